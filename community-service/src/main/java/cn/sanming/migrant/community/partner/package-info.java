/// Partners of activities and courses (合作单位): none of them may stand on the blacklist.
@NullMarked
package cn.sanming.migrant.community.partner;

import org.jspecify.annotations.NullMarked;
