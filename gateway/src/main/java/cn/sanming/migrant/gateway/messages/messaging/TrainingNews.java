package cn.sanming.migrant.gateway.messages.messaging;

import cn.sanming.migrant.gateway.messages.NotificationDraft;
import cn.sanming.migrant.gateway.messages.Notifications;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Classes and competitions (M05, M07), for whoever follows the occupation.
@Component
final class TrainingNews {

    private final Notifications notifications;

    TrainingNews(Notifications notifications) {
        this.notifications = notifications;
    }

    record Opened(
            String kind,
            String occupationCode,
            String districtCode,
            LocalDate startOn,
            LocalDate endOn,
            int capacity) {}

    record Competition(String name, String theme, String level, String occupationCode, String organiserUnit) {}

    @OnEvent(value = "training.class.opened", id = "tell-class-opened")
    void opened(Opened course, Received event) {
        var draft = NotificationDraft.of("CLASS", event)
                .with("kind", course.kind())
                .with("occupation", course.occupationCode())
                .with("district", course.districtCode())
                .with("start_on", course.startOn())
                .with("end_on", course.endOn())
                .with("capacity", course.capacity());
        notifications.announce(draft, course.districtCode(), course.occupationCode(), event.sequence());
    }

    @OnEvent(value = "training.competition.published", id = "tell-competition-published")
    void published(Competition competition, Received event) {
        var draft = NotificationDraft.of("COMPETITION", event)
                .with("name", competition.name())
                .with("theme", competition.theme())
                .with("level", competition.level())
                .with("occupation", competition.occupationCode())
                .with("organiser", competition.organiserUnit());
        notifications.announce(draft, event.district(), competition.occupationCode(), event.sequence());
    }
}
