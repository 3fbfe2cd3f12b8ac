/// Spare-time courses (公益学堂): places and waiting lists.
@NullMarked
package cn.sanming.migrant.community.course;

import org.jspecify.annotations.NullMarked;
