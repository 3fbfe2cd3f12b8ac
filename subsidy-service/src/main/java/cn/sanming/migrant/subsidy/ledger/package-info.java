/// The ledger of money (资金台账): budget lines as the supervision department allots them, caps and ceilings, and what
/// is granted once. Whoever wants some reserves it here, by four writes that a cut at any place leaves repairable.
@NullMarked
package cn.sanming.migrant.subsidy.ledger;

import org.jspecify.annotations.NullMarked;
