package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.training.offer.Offer;
import cn.sanming.migrant.training.offer.Offers;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The window for those who enter a competition: once each, as many as there are places.
@Component
class EntryDesk {

    private static final String PATH = "/api/v1/training/competition-entries";

    private final MongoTemplate mongo;
    private final EntryPlaces places;
    private final Offers offers;
    private final Docket<CompetitionEntry> docket;

    record Result(@PositiveOrZero BigDecimal score) {}

    record Award(@Nullable Integer rank, @Nullable String award) {}

    record View(
            String id,
            String state,
            String competitionId,
            String personId,
            @Nullable BigDecimal score,
            @Nullable Integer rank,
            @Nullable String award) {

        static View of(CompetitionEntry entry) {
            return new View(
                    entry.id(),
                    entry.file().state(),
                    entry.competitionId(),
                    entry.personId(),
                    entry.score(),
                    entry.rank(),
                    entry.award());
        }
    }

    EntryDesk(MongoTemplate mongo, Dockets dockets, EntryPlaces places, Offers offers) {
        this.mongo = mongo;
        this.places = places;
        this.offers = offers;
        this.docket = dockets.declare(CompetitionEntry.class, "CompetitionEntry", PATH)
                .opens(CompetitionEntry.Registration.class, Set.of("WORKER"), this::register)
                .on("confirm", this::confirm)
                .on(
                        "compete",
                        Result.class,
                        (entry, body, _) -> entry.compete(
                                competitionOf(entry).file().is(Competition.State.IN_PROGRESS), body.score()))
                .on(
                        "award",
                        Award.class,
                        (entry, body, act) -> entry.award(competitionOf(entry), body.rank(), body.award(), act))
                .on("finish", (entry, act) -> entry.finish(competitionOf(entry), act))
                .on("withdraw")
                .onReason("revoke")
                .person("WORKER", "personId", CompetitionEntry::personId)
                .filter("competition_id", "competitionId")
                .shownAs(View.class, View::of);
    }

    Docket<CompetitionEntry> docket() {
        return docket;
    }

    private Outcome<CompetitionEntry> register(CompetitionEntry.Registration asked, Act act) {
        if (!asked.personId().equals(act.actor().workerId())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
        }
        var id = CompetitionEntry.idOf(asked);
        if (mongo.findById(id, CompetitionEntry.class) != null) {
            return Outcome.duplicate(PATH + '/' + id, Reason.of("DUPLICATE"));
        }
        var competition = mongo.findById(asked.competitionId(), Competition.class);
        if (competition == null || !competition.file().is(Competition.State.REGISTRATION_OPEN)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.at("/competition_id", "REGISTRATION_NOT_OPEN"));
        }
        offers.take(Offer.Kind.COMPETITION, asked.personId(), asked.competitionId());
        return Outcome.created(
                CompetitionEntry.registered(asked, competition.file().district(), act), "");
    }

    private Verdict confirm(CompetitionEntry entry, Act act) {
        int quota = competitionOf(entry).plan().quota();
        return Verdict.guards()
                .require(
                        places.take(entry, quota, act.today()),
                        Reason.of("QUOTA_REACHED").required(quota, quota))
                .verdict();
    }

    Competition competitionOf(CompetitionEntry entry) {
        var competition = mongo.findById(entry.competitionId(), Competition.class);
        if (competition == null) {
            throw new IllegalStateException("an entry without its competition: " + entry.id());
        }
        return competition;
    }
}
