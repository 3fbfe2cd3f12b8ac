/// Budgets (补贴资金) as the supervision department allocates them, reserved claim by claim in one document.
@NullMarked
package cn.sanming.migrant.subsidy.budget;

import org.jspecify.annotations.NullMarked;
