package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;

/// A budget has been given so much, or so much more.
@DomainEvent.Type("supervision.budget.allocated")
record BudgetAllocated(
        @JsonIgnore String budgetId, String measure, String unitCode, String districtCode, int year, Money amount)
        implements DomainEvent {

    @Override
    public String subject() {
        return budgetId;
    }
}
