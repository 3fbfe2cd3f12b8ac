package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.training.policy.PublicityPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for competitions and those who enter them.
@Component
class CompetitionDesk {

    private static final String ENTRIES = "/api/v1/training/competition-entries";
    private static final Set<String> ORGANISERS = Set.of("HR_OFFICER", "UNION_OFFICER");

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final PublicityPeriod publicity;

    record Closing(int awards) {}

    record Result(BigDecimal score) {}

    record Award(int rank, String award) {}

    record View(
            String id,
            String state,
            Competition.Plan plan,
            @Nullable LocalDate publicisedOn) {}

    record EntryView(
            String id,
            String state,
            String competitionId,
            String personId,
            @Nullable BigDecimal score,
            @Nullable Integer rank,
            @Nullable String award) {}

    CompetitionDesk(MongoTemplate mongo, Dockets dockets, RuleBook rules, PublicityPeriod publicity) {
        this.mongo = mongo;
        this.rules = rules;
        this.publicity = publicity;
        dockets.declare(Competition.class, "Competition", "/api/v1/training/competitions")
                .opens(
                        Competition.Plan.class,
                        ORGANISERS,
                        (plan, act) -> Outcome.created(Competition.draft(plan, act), ""))
                .on("publish", Competition::publish)
                .on("open_registration")
                .on("start", (competition, _) -> competition.start(count(competition.id(), "CONFIRMED")))
                .on("publicise_results", Competition::publiciseResults)
                .on("close", Closing.class, this::close)
                .on("cancel")
                .readableBy("WORKER")
                .shownAs(View.class, CompetitionDesk::view);
        dockets.declare(CompetitionEntry.class, "CompetitionEntry", ENTRIES)
                .opens(CompetitionEntry.Registration.class, Set.of("WORKER"), this::register)
                .on("confirm")
                .on("compete", Result.class, (entry, body, _) -> entry.compete(body.score()))
                .on(
                        "award",
                        Award.class,
                        (entry, body, act) -> entry.award(closed(entry), body.rank(), body.award(), act))
                .on("finish", (entry, _) -> entry.finish(closed(entry)))
                .on("withdraw")
                .onReason("revoke")
                .person("WORKER", "personId", CompetitionEntry::personId)
                .filter("competition_id", "competitionId")
                .shownAs(EntryView.class, CompetitionDesk::view);
    }

    private static View view(Competition competition) {
        return new View(competition.id(), competition.file().state(), competition.plan(), competition.publicisedOn());
    }

    private static EntryView view(CompetitionEntry entry) {
        return new EntryView(
                entry.id(),
                entry.file().state(),
                entry.competitionId(),
                entry.personId(),
                entry.score(),
                entry.rank(),
                entry.award());
    }

    private Outcome<CompetitionEntry> register(CompetitionEntry.Registration asked, Act act) {
        if (!asked.personId().equals(act.actor().workerId())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
        }
        var competition = mongo.findById(asked.competitionId(), Competition.class);
        if (competition == null || !competition.file().is(Competition.State.REGISTRATION_OPEN)) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.at("/competition_id", "REGISTRATION_NOT_OPEN"));
        }
        var id = CompetitionEntry.idOf(asked);
        return mongo.findById(id, CompetitionEntry.class) == null
                ? Outcome.created(
                        CompetitionEntry.registered(asked, competition.file().district(), act), "")
                : Outcome.duplicate(ENTRIES + '/' + id, Reason.of("DUPLICATE"));
    }

    private Verdict close(Competition competition, Closing body, Act act) {
        var since = competition.publicisedOn() == null ? act.today() : competition.publicisedOn();
        var period =
                rules.decide(publicity, new PublicityPeriod.Facts(since, null)).result();
        var all = Criteria.where("competitionId").is(competition.id());
        long entries = mongo.count(Query.query(all), CompetitionEntry.class);
        long migrants = mongo.count(
                Query.query(Criteria.where("competitionId")
                        .is(competition.id())
                        .and("isMigrantWorker")
                        .is(true)),
                CompetitionEntry.class);
        return competition.close(period.earliestClose(), entries, migrants, body.awards(), act);
    }

    private boolean closed(CompetitionEntry entry) {
        var competition = mongo.findById(entry.competitionId(), Competition.class);
        return competition != null && competition.file().is(Competition.State.CLOSED);
    }

    private long count(String competitionId, String state) {
        return mongo.count(
                Query.query(Criteria.where("competitionId")
                        .is(competitionId)
                        .and("file.state")
                        .is(state)),
                CompetitionEntry.class);
    }
}
