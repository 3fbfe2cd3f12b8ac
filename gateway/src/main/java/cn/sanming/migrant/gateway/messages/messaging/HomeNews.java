package cn.sanming.migrant.gateway.messages.messaging;

import cn.sanming.migrant.gateway.messages.NotificationDraft;
import cn.sanming.migrant.gateway.messages.Notifications;
import cn.sanming.migrant.gateway.messages.Recipient;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Homes, school places, venues and rest stations (M08, M09, M12, M16).
@Component
final class HomeNews {

    private final Notifications notifications;

    HomeNews(Notifications notifications) {
        this.notifications = notifications;
    }

    record Placed(String schoolId, String state, LocalDate placedOn) {}

    record Qualified(
            String personId, String programme, String districtCode, int priorityClass, LocalDate qualifiedOn) {}

    record Rejected(String personId, String programme, List<String> reasons) {}

    record Closed(LocalDate from, LocalDate to, String reason) {}

    record Station(String districtCode, String address, String openHours, LocalDate openedOn) {}

    /// The event knows the child only; the school department is asked for the guardians before it goes out.
    @OnEvent(value = "community.enrolment.placed", id = "tell-school-place")
    void placed(Placed placed, Received event) {
        notifications.tell(
                Recipient.guardiansOf(event.subject()),
                NotificationDraft.of("SCHOOL_PLACE", event)
                        .with("school", placed.schoolId())
                        .with("state", placed.state())
                        .with("placed_on", placed.placedOn()));
    }

    @OnEvent(value = "housing.application.qualified", id = "tell-housing-qualified")
    void qualified(Qualified qualified, Received event) {
        notifications.tell(
                Recipient.worker(qualified.personId()),
                NotificationDraft.of("HOUSING_QUALIFIED", event)
                        .with("programme", qualified.programme())
                        .with("district", qualified.districtCode())
                        .with("priority_class", qualified.priorityClass())
                        .with("qualified_on", qualified.qualifiedOn()));
    }

    @OnEvent(value = "housing.application.rejected", id = "tell-housing-rejected")
    void rejected(Rejected rejected, Received event) {
        notifications.tell(
                Recipient.worker(rejected.personId()),
                NotificationDraft.of("HOUSING_REJECTED", event)
                        .with("programme", rejected.programme())
                        .with("decided_on", Days.of(event))
                        .because(rejected.reasons()));
    }

    @OnEvent(value = "community.venue.closed", id = "tell-venue-closed")
    void closed(Closed closed, Received event) {
        var draft = NotificationDraft.of("VENUE", event)
                .with("venue", event.subject())
                .with("from", closed.from())
                .with("to", closed.to())
                .with("reason", closed.reason());
        notifications.announce(draft, event.district(), null, event.sequence());
    }

    @OnEvent(value = "community.reststation.opened", id = "tell-station-opened")
    void opened(Station station, Received event) {
        var draft = NotificationDraft.of("STATION", event)
                .with("address", station.address())
                .with("open_hours", station.openHours())
                .with("district", station.districtCode())
                .with("opened_on", station.openedOn());
        notifications.pin(draft, station.districtCode(), event.sequence());
    }
}
