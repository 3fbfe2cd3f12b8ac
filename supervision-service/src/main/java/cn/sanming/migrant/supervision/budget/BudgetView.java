package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A budget as officers see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record BudgetView(
        String id,
        String measure,
        String district,
        int year,
        @Nullable String unitCode,
        Money allocated,
        Money committed,
        Money paid,
        String available,
        int claims) {

    static BudgetView of(Budget budget) {
        return new BudgetView(
                budget.id(),
                budget.measure(),
                budget.district(),
                budget.year(),
                budget.unitCode(),
                budget.allocated(),
                budget.committed(),
                budget.paid(),
                budget.available().toPlainString(),
                budget.claims());
    }
}
