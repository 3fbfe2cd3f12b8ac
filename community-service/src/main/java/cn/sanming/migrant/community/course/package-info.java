/// Spare-time courses (线上“微课堂”、线下“公益学堂”, measure 13) and the yearly survey of what workers want to learn.
@NullMarked
package cn.sanming.migrant.community.course;

import org.jspecify.annotations.NullMarked;
