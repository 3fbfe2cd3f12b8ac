package cn.sanming.migrant.gateway.messages.messaging;

import cn.sanming.migrant.gateway.messages.NotificationDraft;
import cn.sanming.migrant.gateway.messages.Notifications;
import cn.sanming.migrant.gateway.messages.Recipient;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Vacancies, recommendations and fairs (M01).
@Component
final class JobNews {

    private static final String VACANCY = "VACANCY";

    private final Notifications notifications;

    JobNews(Notifications notifications) {
        this.notifications = notifications;
    }

    record Vacancy(
            String districtCode,
            String occupationCode,
            String title,
            int openings,
            String wageMin,
            String wageMax,
            LocalDate expiresOn) {}

    record Nothing() {}

    record Recommendation(String personId, String vacancyId) {}

    record Fair(
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            String districtCode,
            @Nullable String venue) {}

    /// Matching subscribers hear of it within `job.push.max_seconds`.
    @OnEvent(value = "job.vacancy.published", id = "tell-vacancy-published")
    void published(Vacancy vacancy, Received event) {
        var draft = NotificationDraft.of(VACANCY, event)
                .about(event.subject())
                .with("title", vacancy.title())
                .with("openings", vacancy.openings())
                .with("wage_min", vacancy.wageMin())
                .with("wage_max", vacancy.wageMax())
                .with("district", vacancy.districtCode())
                .with("expires_on", vacancy.expiresOn());
        notifications.announce(draft, vacancy.districtCode(), vacancy.occupationCode(), event.sequence());
    }

    @OnEvent(value = "job.vacancy.hidden", id = "take-down-hidden-vacancy")
    void hidden(Nothing nothing, Received event) {
        notifications.show(NotificationDraft.of(VACANCY, event), false, event.sequence());
    }

    @OnEvent(value = "job.vacancy.closed", id = "take-down-closed-vacancy")
    void closed(Nothing nothing, Received event) {
        notifications.show(NotificationDraft.of(VACANCY, event), false, event.sequence());
    }

    @OnEvent(value = "job.vacancy.restored", id = "show-restored-vacancy")
    void restored(Nothing nothing, Received event) {
        notifications.show(NotificationDraft.of(VACANCY, event), true, event.sequence());
    }

    /// Nobody hears of one vacancy twice, whether by subscription or by recommendation.
    @OnEvent(value = "job.recommendation.made", id = "tell-recommendation")
    void recommended(Recommendation made, Received event) {
        notifications.tellOfNotice(
                Recipient.worker(made.personId()),
                NotificationDraft.of(VACANCY, event).about(made.vacancyId()));
    }

    @OnEvent(value = "job.fair.announced", id = "tell-fair-announced")
    void announced(Fair fair, Received event) {
        var draft = NotificationDraft.of("FAIR", event)
                .with("name", fair.name())
                .with("first_day", fair.firstDay())
                .with("last_day", fair.lastDay())
                .with("district", fair.districtCode())
                .with("venue", fair.venue());
        notifications.announce(draft, fair.districtCode(), null, event.sequence());
    }
}
