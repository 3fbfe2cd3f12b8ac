package cn.sanming.migrant.training.competition;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One person's entry in one competition (参赛报名), once; an award only after the competition has closed; measure 7.
@Document("competition-entries")
final class CompetitionEntry implements CaseAggregate {

    enum State {
        REGISTERED,
        CONFIRMED,
        COMPETED,
        AWARDED,
        NOT_AWARDED,
        WITHDRAWN,
        REVOKED
    }

    record Registration(String competitionId, String personId, boolean isMigrantWorker) {}

    @DomainEvent.Type("training.award.granted")
    record Awarded(@JsonIgnore String subject, String personId, String competitionId, int rank, boolean isMigrantWorker)
            implements DomainEvent {}

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String competitionId;

    @Indexed
    private final String personId;

    private final boolean isMigrantWorker;
    private @Nullable BigDecimal score;
    private @Nullable Integer rank;
    private @Nullable String award;

    CompetitionEntry(String id, CaseFile file, String competitionId, String personId, boolean isMigrantWorker) {
        this.id = id;
        this.file = file;
        this.competitionId = competitionId;
        this.personId = personId;
        this.isMigrantWorker = isMigrantWorker;
    }

    static String idOf(Registration asked) {
        return Ids.of("ent", asked.competitionId(), asked.personId());
    }

    static CompetitionEntry registered(Registration asked, @Nullable String district, CommandContext context) {
        var id = idOf(asked);
        var file = CaseFile.opened(id, State.REGISTERED, district, context);
        return new CompetitionEntry(id, file, asked.competitionId(), asked.personId(), asked.isMigrantWorker());
    }

    Verdict compete(boolean inProgress, BigDecimal points) {
        return Verdict.guards()
                .require(inProgress, "COMPETITION_NOT_IN_PROGRESS")
                .then(() -> score = points);
    }

    /// @param competition closed by now; @param saidRank and saidAward only where the publicised results name no place
    Verdict award(
            Competition competition, @Nullable Integer saidRank, @Nullable String saidAward, CommandContext context) {
        var place = competition.placeOf(id);
        var wantedRank = place.map(Competition.Place::rank).orElse(saidRank);
        var wantedAward = place.map(Competition.Place::award).orElse(saidAward);
        return Verdict.guards()
                .require(competition.file().is(Competition.State.CLOSED), "COMPETITION_NOT_CLOSED")
                .require(competition.places() == null || place.isPresent(), "NOT_AMONG_THE_PUBLICISED")
                .require(wantedRank != null && wantedRank >= 1, Reason.at("/rank", "NO_SUCH_RANK"))
                .require(wantedAward != null, Reason.at("/award", "REQUIRED"))
                .require(
                        (saidRank == null || saidRank.equals(wantedRank))
                                && (saidAward == null || saidAward.equals(wantedAward)),
                        "NOT_AS_PUBLICISED")
                .then(() -> {
                    rank = wantedRank;
                    award = wantedAward;
                    file.record(
                            new Awarded(
                                    id, personId, competitionId, wantedRank == null ? 0 : wantedRank, isMigrantWorker),
                            context);
                });
    }

    Verdict finish(Competition competition, CommandContext context) {
        return Verdict.guards()
                .require(competition.file().is(Competition.State.CLOSED), "COMPETITION_NOT_CLOSED")
                .require(competition.leavesOut(id, context.today()), "AWAITS_ITS_AWARD")
                .verdict();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String competitionId() {
        return competitionId;
    }

    String personId() {
        return personId;
    }

    boolean isMigrantWorker() {
        return isMigrantWorker;
    }

    @Nullable
    BigDecimal score() {
        return score;
    }

    @Nullable
    Integer rank() {
        return rank;
    }

    @Nullable
    String award() {
        return award;
    }
}
