/// Community (社区): school places, health, culture, courses, rest stations; measures 8, 10-13 and the stations of
/// 16.
@NullMarked
package cn.sanming.migrant.community;

import org.jspecify.annotations.NullMarked;
