/// What has to be paid back (追回台账): proposed when a certificate falls after its subsidy was paid, ordered by the
/// head, received in parts, settled when nothing is open.
@NullMarked
package cn.sanming.migrant.subsidy.reclaim;

import org.jspecify.annotations.NullMarked;
