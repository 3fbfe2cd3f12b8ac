package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;

/// A budget does not bear what is asked of it; at most once a day.
@DomainEvent.Type("supervision.budget.exhausted")
record BudgetExhausted(@JsonIgnore String budgetId, String measure, String districtCode, int year, Money shortfall)
        implements DomainEvent {

    @Override
    public String subject() {
        return budgetId;
    }
}
