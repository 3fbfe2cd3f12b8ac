/// Hardship certification (就业困难人员认定): who has a right to a public-welfare post; measure 2.
@NullMarked
package cn.sanming.migrant.job.hardship;

import org.jspecify.annotations.NullMarked;
