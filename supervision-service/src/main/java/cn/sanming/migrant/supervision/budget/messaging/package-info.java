/// Approvals and payments of the subsidy department, mirrored in the budgets.
@NullMarked
package cn.sanming.migrant.supervision.budget.messaging;

import org.jspecify.annotations.NullMarked;
