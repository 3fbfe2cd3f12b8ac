/// New businesses (创业跟踪服务): who founded them, whom training has prepared, and how they do after 1, 3, 6 and 12
/// months; measure 4.
@NullMarked
package cn.sanming.migrant.subsidy.business;

import org.jspecify.annotations.NullMarked;
