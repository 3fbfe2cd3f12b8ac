package cn.sanming.migrant.supervision.budget.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.supervision.budget.BudgetDesk;
import cn.sanming.migrant.supervision.budget.Claim;
import cn.sanming.migrant.supervision.indicator.SubsidyKind;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the budgets in step with approvals and payments. The business year is the calendar year of the approval.
@Component
class SubsidyClaims {

    private final BudgetDesk budgets;
    private final Clock clock;

    record Approved(String kind, String districtCode, Money amount, LocalDate approvedOn) {}

    record Paid(String kind, String districtCode, Money amount, LocalDate paidOn) {}

    record Ended(String kind) {}

    SubsidyClaims(BudgetDesk budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    @OnEvent(value = "subsidy.application.approved", id = "commit-approved-claim")
    void commit(Approved approved, Received event) {
        var claim = new Claim(Claim.Standing.COMMITTED, approved.amount(), event.sequence());
        mirror(approved.kind(), approved.districtCode(), approved.approvedOn().getYear(), claim, event);
    }

    @OnEvent(value = "subsidy.application.paid", id = "spend-paid-claim")
    void pay(Paid paid, Received event) {
        var claim = new Claim(Claim.Standing.PAID, paid.amount(), event.sequence());
        mirror(paid.kind(), paid.districtCode(), paid.paidOn().getYear(), claim, event);
    }

    @OnEvent(value = "subsidy.application.suspended", id = "free-suspended-claim")
    void suspend(Ended ended, Received event) {
        release(ended, event);
    }

    @OnEvent(value = "subsidy.application.rejected", id = "free-rejected-claim")
    void reject(Ended ended, Received event) {
        release(ended, event);
    }

    private void release(Ended ended, Received event) {
        var claim = new Claim(Claim.Standing.RELEASED, Money.ZERO, event.sequence());
        var year = event.time().atZone(Dates.ZONE).getYear();
        mirror(ended.kind(), event.district(), year, claim, event);
    }

    private void mirror(String kind, @Nullable String where, int year, Claim claim, Received event) {
        var measure = SubsidyKind.find(kind).map(SubsidyKind::measure);
        if (measure.isEmpty()) {
            return;
        }
        var district = where == null ? Divisions.CITY : Divisions.sanming().current(where);
        var business = budgets.yearOf(measure.get(), district, event.subject(), year, year - 1)
                .orElse(year);
        budgets.mirror(measure.get(), district, business, event.subject(), claim, event.react(clock.instant()));
    }
}
