/// Placements (就业安置): who works where since when, and through whom; measures 1 and 3.
@NullMarked
package cn.sanming.migrant.job.placement;

import org.jspecify.annotations.NullMarked;
