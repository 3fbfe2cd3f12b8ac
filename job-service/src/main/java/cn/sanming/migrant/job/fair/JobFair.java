package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Verdict;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// One job fair (招聘活动): planned, announced, held and reported with its figures; measure 1.
@Document("job-fairs")
final class JobFair implements CaseRecord {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final FairPlan plan;
    private @Nullable FairFigures figures;
    private @Nullable LocalDate heldOn;

    JobFair(String id, CaseFile file, FairPlan plan) {
        this.id = id;
        this.file = file;
        this.plan = plan;
    }

    static JobFair planned(FairPlan plan, Act act) {
        var id = Ids.next("jf");
        return new JobFair(id, CaseFile.opened(id, FairState.PLANNED, plan.district(), act), plan);
    }

    Verdict announce(Act act) {
        return Verdict.guards()
                .require(plan.venue() != null && !plan.venue().isBlank(), "NO_VENUE_OR_ADDRESS")
                .then(() -> file.record(FairEvents.Announced.of(id, plan), act));
    }

    /// Held on a day that has come, with at least one employer.
    Verdict hold(LocalDate on, FairFigures counted, Act act) {
        return Verdict.guards()
                .require(!on.isAfter(act.today()), Reason.of("NOT_YET_HELD").required(act.today(), on))
                .require(counted.employersCount() >= 1, "NO_EMPLOYERS")
                .then(() -> {
                    heldOn = on;
                    figures = counted;
                    file.record(FairEvents.Held.of(id, plan, counted), act);
                });
    }

    /// The report may correct what was counted on the day.
    Verdict report(FairFigures counted) {
        figures = counted;
        return Verdict.granted();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    FairPlan plan() {
        return plan;
    }

    @Nullable
    FairFigures figures() {
        return figures;
    }

    @Nullable
    LocalDate heldOn() {
        return heldOn;
    }
}
