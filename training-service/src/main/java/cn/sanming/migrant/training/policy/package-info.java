/// Working-day deadlines and publicity periods that more than one measure counts.
@NullMarked
package cn.sanming.migrant.training.policy;

import org.jspecify.annotations.NullMarked;
