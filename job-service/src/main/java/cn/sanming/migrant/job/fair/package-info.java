/// Job fairs (招聘活动) of the weeks in which migrant workers come home; measure 1.
@NullMarked
package cn.sanming.migrant.job.fair;

import org.jspecify.annotations.NullMarked;
