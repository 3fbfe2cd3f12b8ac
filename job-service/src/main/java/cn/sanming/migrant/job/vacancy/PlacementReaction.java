package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A placement through a vacancy takes one of its openings.
@Component
class PlacementReaction {

    private final VacancyDesk desk;
    private final Clock clock;

    record Confirmed(@Nullable String vacancyId) {}

    PlacementReaction(VacancyDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "job.placement.confirmed", id = "take-opening")
    void takeOpening(Confirmed placement, Received event) {
        if (placement.vacancyId() != null) {
            desk.placed(placement.vacancyId(), event.subject(), event.react(clock.instant()));
        }
    }
}
