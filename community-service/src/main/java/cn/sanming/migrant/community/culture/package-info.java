/// Culture for the people (文化惠民): festivals, weekly shows, free opening.
@NullMarked
package cn.sanming.migrant.community.culture;

import org.jspecify.annotations.NullMarked;
