package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A site's payroll that has been paid is booked off its special account (专户支出), once, after it stands as paid.
@Component
class PayrollPaidReaction {

    private final Accounts accounts;

    PayrollPaidReaction(Accounts accounts) {
        this.accounts = accounts;
    }

    record Paid(@Nullable String projectId, Money total) {}

    @OnEvent(value = "wage.payroll.paid", id = "book-payroll-off-special-account")
    void book(Paid paid, Received event) {
        var project = paid.projectId();
        if (project != null && !accounts.withdraw(project, event.subject(), paid.total())) {
            throw new IllegalStateException("the special account does not reach for " + event.subject());
        }
    }
}
