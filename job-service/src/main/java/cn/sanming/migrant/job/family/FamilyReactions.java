package cn.sanming.migrant.job.family;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What happens to a family when its members find work, lose it, or register again.
@Component
class FamilyReactions {

    private final FamilyDesk desk;
    private final Clock clock;

    record OfPerson(String personId) {}

    FamilyReactions(FamilyDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "job.zeroemployment.verified", id = "certify-zero-employment-family")
    void certify(JsonNode payload, Received event) {
        desk.certifyMembers(event.subject(), event.react(clock.instant()));
    }

    @OnEvent(value = "job.placement.confirmed", id = "end-zero-employment-family")
    void eliminate(OfPerson placement, Received event) {
        desk.placed(placement.personId(), event.subject(), event.react(clock.instant()));
    }

    @OnEvent(value = "job.placement.ended", id = "reopen-family-after-lost-job")
    void lost(OfPerson placement, Received event) {
        desk.lookAgain(placement.personId(), event.react(clock.instant()));
    }

    @OnEvent(value = "job.unemployment.registered", id = "reopen-family-after-registration")
    void registeredAgain(OfPerson registration, Received event) {
        desk.lookAgain(registration.personId(), event.react(clock.instant()));
    }
}
