/// Business guidance (创业指导): talks with people who want to start a business; measure 4.
@NullMarked
package cn.sanming.migrant.job.guidance;

import org.jspecify.annotations.NullMarked;
