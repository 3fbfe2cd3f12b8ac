package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.training.offer.Offers;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Ends the entries without an award (未获奖) once their competition is closed: at once, and every night what was left.
@Component
class CompetitionClosedReaction implements DueWork {

    private final MongoTemplate mongo;
    private final Cases cases;
    private final EntryDesk entries;
    private final Offers offers;
    private final Clock clock;

    CompetitionClosedReaction(MongoTemplate mongo, Cases cases, EntryDesk entries, Offers offers, Clock clock) {
        this.mongo = mongo;
        this.cases = cases;
        this.entries = entries;
        this.offers = offers;
        this.clock = clock;
    }

    @OnEvent(value = "training.competition.closed", id = "grant-competition-awards")
    void finish(JsonNode payload, Received event) {
        var competition = mongo.findById(event.subject(), Competition.class);
        if (competition == null) {
            return;
        }
        var context = event.react(clock.instant());
        var competed = Criteria.where("competitionId")
                .is(competition.id())
                .and("file.state")
                .is(CompetitionEntry.State.COMPETED.name());
        mongo.find(Query.query(competed), CompetitionEntry.class).stream()
                .filter(entry -> competition.leavesOut(entry.id(), context.today()))
                .forEach(entry ->
                        cases.fire(entry.id(), EntryDesk.FINISH, context).orRetry());
        offers.lapse(List.of(competition.id()));
    }

    @Override
    public String name() {
        return "finish-entries";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each(
                        "finish",
                        CompetitionEntry.class,
                        List.of(CompetitionEntry.State.COMPETED),
                        this::finishIfLeftOut),
                DueStep.each(
                        "lapse",
                        Competition.class,
                        List.of(Competition.State.CANCELLED),
                        (id, _) -> offers.lapse(List.of(id))));
    }

    private void finishIfLeftOut(String id, BusinessDay day) {
        if (cases.find(entries.definition(), id)
                .filter(entry -> entries.competitionOf(entry).leavesOut(id, day.date()))
                .isPresent()) {
            day.orRetry(cases.fire(id, EntryDesk.FINISH, day.context()));
        }
    }
}
