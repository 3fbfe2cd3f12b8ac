/// Zero-employment families (零就业家庭) and the clock that runs until one member works; measure 2.
@NullMarked
package cn.sanming.migrant.job.family;

import org.jspecify.annotations.NullMarked;
