package cn.sanming.migrant.gateway.messages.messaging;

import cn.sanming.migrant.gateway.messages.NotificationDraft;
import cn.sanming.migrant.gateway.messages.Notifications;
import cn.sanming.migrant.gateway.messages.Recipient;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Heat, published violations, refused legal aid, honours (M14, M15, M18, M21).
@Component
final class RightsNews {

    private final Notifications notifications;

    RightsNews(Notifications notifications) {
        this.notifications = notifications;
    }

    record Alert(String districtCode, LocalDate day, String maxTemperature, String band) {}

    record Violation(String fullName, String facts, String handling, LocalDate publishedOn) {}

    record Refused(String personId, String matter, List<String> reasons, LocalDate refusedOn) {}

    record Honour(String personId, String title, String level, LocalDate grantedOn) {}

    /// Employers and workers of the district who follow it; everybody finds it on the board.
    @OnEvent(value = "wage.heat.alerted", id = "tell-heat-alert")
    void alerted(Alert alert, Received event) {
        var draft = NotificationDraft.of("HEAT", event)
                .with("district", alert.districtCode())
                .with("day", alert.day())
                .with("temperature", alert.maxTemperature())
                .with("band", alert.band());
        notifications.announce(draft, alert.districtCode(), null, event.sequence());
    }

    @OnEvent(value = "wage.violation.published", id = "tell-violation-published")
    void published(Violation violation, Received event) {
        var draft = NotificationDraft.of("VIOLATION", event)
                .with("employer", violation.fullName())
                .with("facts", violation.facts())
                .with("handling", violation.handling())
                .with("published_on", violation.publishedOn());
        notifications.pin(draft, event.district(), event.sequence());
    }

    @OnEvent(value = "legalaid.application.refused", id = "tell-aid-refused")
    void refused(Refused refused, Received event) {
        notifications.tell(
                Recipient.worker(refused.personId()),
                NotificationDraft.of("AID_REFUSED", event)
                        .with("matter", refused.matter())
                        .with("refused_on", refused.refusedOn())
                        .because(refused.reasons()));
    }

    /// The public list tells the honour, not the person; the person hears of it.
    @OnEvent(value = "supervision.honour.granted", id = "tell-honour-granted")
    void granted(Honour honour, Received event) {
        var draft = NotificationDraft.of("HONOUR", event)
                .with("title", honour.title())
                .with("level", honour.level())
                .with("granted_on", honour.grantedOn());
        notifications.pin(draft, event.district(), event.sequence());
        notifications.tell(Recipient.worker(honour.personId()), draft);
    }
}
