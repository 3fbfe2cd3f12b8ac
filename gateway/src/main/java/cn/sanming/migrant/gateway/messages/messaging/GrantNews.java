package cn.sanming.migrant.gateway.messages.messaging;

import cn.sanming.migrant.gateway.messages.NotificationDraft;
import cn.sanming.migrant.gateway.messages.Notifications;
import cn.sanming.migrant.gateway.messages.Recipient;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Grants that open, refusals with their reasons, loan files on their way (M02-M04, M06).
@Component
final class GrantNews {

    private final Notifications notifications;

    GrantNews(Notifications notifications) {
        this.notifications = notifications;
    }

    record Rejected(String kind, String applicantId, List<String> reasons) {}

    record Opened(String personId, String kind, String amount, LocalDate applyUntil) {}

    record Qualified(
            String kind,
            String borrowerId,
            String districtCode,
            String maximum,
            String guarantorUscc,
            String bankUscc) {}

    @OnEvent(value = "subsidy.application.rejected", id = "tell-grant-rejected")
    void rejected(Rejected rejected, Received event) {
        notifications.tell(
                Recipient.applicant(rejected.applicantId()),
                NotificationDraft.of("SUBSIDY_REJECTED", event)
                        .with("kind", rejected.kind())
                        .with("decided_on", Days.of(event))
                        .because(rejected.reasons()));
    }

    @OnEvent(value = "subsidy.entitlement.opened", id = "tell-entitlement-opened")
    void opened(Opened opened, Received event) {
        notifications.tell(
                Recipient.worker(opened.personId()),
                NotificationDraft.of("ENTITLEMENT", event)
                        .with("kind", opened.kind())
                        .with("amount", opened.amount())
                        .with("apply_until", opened.applyUntil()));
    }

    /// The file goes on to the guarantee agency and the bank named in it; the borrower hears how far it has come.
    @OnEvent(value = "subsidy.loan.qualified", id = "tell-loan-qualified")
    void qualified(Qualified loan, Received event) {
        var facts = NotificationDraft.of("LOAN_FILE", event)
                .with("kind", loan.kind())
                .with("maximum", loan.maximum())
                .with("district", loan.districtCode());
        notifications.tell(List.of(Recipient.firm(loan.guarantorUscc()), Recipient.firm(loan.bankUscc())), facts);
        notifications.tell(
                Recipient.applicant(loan.borrowerId()),
                NotificationDraft.of("LOAN_QUALIFIED", event)
                        .with("kind", loan.kind())
                        .with("maximum", loan.maximum()));
    }
}
