package cn.sanming.migrant.subsidy.budget;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import org.springframework.stereotype.Component;

/// Money that the supervision department allocates (资金下达) becomes available here.
@Component
class AllocationReaction {

    private final Budgets budgets;

    record Allocated(String measure, String districtCode, int year, Money amount) {}

    AllocationReaction(Budgets budgets) {
        this.budgets = budgets;
    }

    @OnEvent("supervision.budget.allocated")
    void allot(Allocated budget, Received event) {
        budgets.allot(budget.measure(), budget.districtCode(), budget.year(), event.subject(), budget.amount());
    }
}
