/// Recommendations (岗位推荐): which published vacancy fits which seeker, and how well; measure 1.
@NullMarked
package cn.sanming.migrant.job.recommendation;

import org.jspecify.annotations.NullMarked;
