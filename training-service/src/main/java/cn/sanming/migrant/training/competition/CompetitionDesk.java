package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.training.policy.PublicityPeriod;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for competitions: offices and unions hold them, enterprises and industries report their own.
@Component
class CompetitionDesk {

    static final Command<Competition, Competition.Plan> OPEN = Command.of("openCompetition", Competition.Plan.class);
    static final Command<Competition, Command.Nothing> PUBLISH = Command.of("publishCompetition");
    static final Command<Competition, Command.Nothing> OPEN_REGISTRATION = Command.of("openRegistrationCompetition");
    static final Command<Competition, Command.Nothing> START = Command.of("startCompetition");
    static final Command<Competition, Results> PUBLICISE_RESULTS =
            Command.of("publiciseResultsCompetition", Results.class);
    static final Command<Competition, Closing> CLOSE = Command.of("closeCompetition", Closing.class);
    static final Command<Competition, Command.Nothing> CANCEL = Command.of("cancelCompetition");
    static final Command<Competition, About> OBJECT = Command.of("objectCompetition", About.class);
    static final Command<Competition, About> ANSWER_OBJECTION = Command.of("answerObjectionCompetition", About.class);

    private static final Set<String> OFFICERS = Set.of("HR_OFFICER", "UNION_OFFICER");
    private static final Set<Competition.Level> OF_FIRMS =
            EnumSet.of(Competition.Level.ENTERPRISE, Competition.Level.INDUSTRY);

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final PublicityPeriod publicity;

    record Results(@Nullable List<Competition.@Valid Place> places) {}

    /// @param awards only where the publicised results name no places
    record Closing(@Nullable Integer awards) {}

    record About(String entryId) {}

    record View(
            String id,
            String state,
            Competition.Plan plan,
            @Nullable List<Competition.Place> places,
            @Nullable LocalDate publicisedOn,
            @Nullable LocalDate objectionsUntil,
            int openObjections,
            @Nullable LocalDate closedOn) {}

    CompetitionDesk(MongoTemplate mongo, Cases cases, RuleBook rules, PublicityPeriod publicity) {
        this.mongo = mongo;
        this.rules = rules;
        this.publicity = publicity;
        cases.define(Competition.class, "Competition", "/api/v1/training/competitions")
                .opens(OPEN, Set.of("HR_OFFICER", "UNION_OFFICER", "EMPLOYER"), this::draft)
                .on(PUBLISH, Competition::publish)
                .on(OPEN_REGISTRATION)
                .on(
                        START,
                        (competition, _) -> competition.start(entries(competition, CompetitionEntry.State.CONFIRMED)
                                .size()))
                .on(PUBLICISE_RESULTS, this::publicise)
                .on(CLOSE, this::close)
                .on(CANCEL)
                .notes(OBJECT, Set.of("WORKER"), this::object)
                .notes(
                        ANSWER_OBJECTION,
                        OFFICERS,
                        (competition, body, context) -> competition.answer(body.entryId(), context))
                .firm("EMPLOYER", "plan.organiserUnit", competition -> competition
                        .plan()
                        .organiserUnit())
                .readableBy("WORKER")
                .filter("occupation_code", "plan.occupationCode")
                .shownAs(View.class, this::view);
    }

    private View view(Competition competition) {
        var since = competition.publicisedOn();
        return new View(
                competition.id(),
                competition.file().state(),
                competition.plan(),
                competition.places(),
                since,
                since == null ? null : period(since).lastDay(),
                (int) competition.objections().stream()
                        .filter(raised -> raised.answeredOn() == null)
                        .count(),
                competition.closedOn());
    }

    private Outcome<Competition> draft(Competition.Plan plan, CommandContext context) {
        if (plan.district() != null
                && Divisions.sanming().find(plan.district()).isEmpty()
                && !plan.district().equals(Divisions.CITY)) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        var actor = context.actor();
        if (!actor.hasAny(OFFICERS)) {
            var own = plan.organiserUnit().equals(actor.creditCode()) && OF_FIRMS.contains(plan.level());
            if (!own) {
                return Outcome.refused(
                        Refusal.Kind.FORBIDDEN_ROLE,
                        Reason.at("/level", "ONLY_YOUR_OWN_COMPETITION").required(OF_FIRMS, plan.level()));
            }
        }
        var theme = plan.theme() == null || plan.theme().isBlank()
                ? rules.context().on(context.today()).text("training.competition.theme")
                : plan.theme();
        var district =
                plan.district() == null || plan.district().equals(Divisions.CITY) ? actor.county() : plan.district();
        return actor.mayActIn(district)
                ? Outcome.created(Competition.draft(plan.with(theme, district), context), "")
                : Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
    }

    private Verdict publicise(Competition competition, Results body, CommandContext context) {
        var competed = entries(competition, CompetitionEntry.State.COMPETED).stream()
                .map(CompetitionEntry::id)
                .toList();
        return competition.publiciseResults(competed, body.places(), context);
    }

    private Verdict object(Competition competition, About body, CommandContext context) {
        var entry = mongo.findById(body.entryId(), CompetitionEntry.class);
        var own = entry != null
                && entry.competitionId().equals(competition.id())
                && entry.personId().equals(context.actor().workerId());
        var since = competition.publicisedOn() == null ? context.today() : competition.publicisedOn();
        return own
                ? competition.object(body.entryId(), period(since).lastDay(), context)
                : Verdict.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/entry_id", "NOT_YOUR_ENTRY"));
    }

    private Verdict close(Competition competition, Closing body, CommandContext context) {
        var since = competition.publicisedOn() == null ? context.today() : competition.publicisedOn();
        var counted = entries(
                competition,
                CompetitionEntry.State.REGISTERED,
                CompetitionEntry.State.CONFIRMED,
                CompetitionEntry.State.COMPETED);
        long migrants =
                counted.stream().filter(CompetitionEntry::isMigrantWorker).count();
        return competition.close(period(since).earliestClose(), counted.size(), migrants, body.awards(), context);
    }

    private PublicityPeriod.Finding period(LocalDate since) {
        return rules.decide(publicity, new PublicityPeriod.Facts(since, null)).result();
    }

    private List<CompetitionEntry> entries(Competition competition, CompetitionEntry.State... states) {
        var names = List.of(states).stream().map(Enum::name).toList();
        var some = Criteria.where("competitionId")
                .is(competition.id())
                .and("file.state")
                .in(names);
        return mongo.find(Query.query(some), CompetitionEntry.class);
    }
}
