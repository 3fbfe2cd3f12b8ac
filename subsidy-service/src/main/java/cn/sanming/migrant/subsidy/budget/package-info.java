/// Budget lines (资金额度): budgets as the supervision department allocates them, and caps. What an approval takes is
/// reserved claim by claim in one document.
@NullMarked
package cn.sanming.migrant.subsidy.budget;

import org.jspecify.annotations.NullMarked;
