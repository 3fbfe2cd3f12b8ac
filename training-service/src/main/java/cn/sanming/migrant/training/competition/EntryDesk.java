package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
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

    static final Command<CompetitionEntry, CompetitionEntry.Registration> OPEN =
            Command.of("openCompetitionEntry", CompetitionEntry.Registration.class);
    static final Command<CompetitionEntry, Command.Nothing> CONFIRM = Command.of("confirmCompetitionEntry");
    static final Command<CompetitionEntry, Result> COMPETE = Command.of("competeCompetitionEntry", Result.class);
    static final Command<CompetitionEntry, Award> AWARD = Command.of("awardCompetitionEntry", Award.class);
    static final Command<CompetitionEntry, Command.Nothing> FINISH = Command.of("finishCompetitionEntry");
    static final Command<CompetitionEntry, Command.Nothing> WITHDRAW = Command.of("withdrawCompetitionEntry");
    static final Command<CompetitionEntry, Command.Because> REVOKE = Command.because("revokeCompetitionEntry");

    private static final String PATH = "/api/v1/training/competition-entries";

    private final MongoTemplate mongo;
    private final EntryPlaces places;
    private final Offers offers;
    private final CaseDefinition<CompetitionEntry> definition;

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

    EntryDesk(MongoTemplate mongo, Cases cases, EntryPlaces places, Offers offers) {
        this.mongo = mongo;
        this.places = places;
        this.offers = offers;
        this.definition = cases.define(CompetitionEntry.class, "CompetitionEntry", PATH)
                .opens(OPEN, Set.of("WORKER"), this::register)
                .on(CONFIRM, this::confirm)
                .on(
                        COMPETE,
                        (entry, body, _) -> entry.compete(
                                competitionOf(entry).file().is(Competition.State.IN_PROGRESS), body.score()))
                .on(
                        AWARD,
                        (entry, body, context) -> entry.award(competitionOf(entry), body.rank(), body.award(), context))
                .on(FINISH, (entry, context) -> entry.finish(competitionOf(entry), context))
                .on(WITHDRAW)
                .on(REVOKE)
                .person("WORKER", "personId", CompetitionEntry::personId)
                .filter("competition_id", "competitionId")
                .shownAs(View.class, View::of);
    }

    CaseDefinition<CompetitionEntry> definition() {
        return definition;
    }

    private Outcome<CompetitionEntry> register(CompetitionEntry.Registration asked, CommandContext context) {
        if (!asked.personId().equals(context.actor().workerId())) {
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
                CompetitionEntry.registered(asked, competition.file().district(), context), "");
    }

    private Verdict confirm(CompetitionEntry entry, CommandContext context) {
        int quota = competitionOf(entry).plan().quota();
        return Verdict.guards()
                .require(
                        places.take(entry, quota, context.today()),
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
