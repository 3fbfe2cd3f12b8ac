package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One job fair (招聘活动): planned, announced, held and reported with its figures; measure 1.
@Document("job-fairs")
final class JobFair implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final FairPlan plan;
    private final List<Stand> stands;

    @Indexed
    private final List<String> employers;

    private @Nullable FairFigures figures;
    private @Nullable LocalDate heldOn;
    private @Nullable LocalDate reportedOn;

    /// An employer's stand (展位): how many vacancies it brings, and whether it was struck off as blacklisted.
    record Stand(String employerUscc, int vacancies, boolean excluded) {}

    JobFair(String id, CaseFile file, FairPlan plan, List<Stand> stands, List<String> employers) {
        this.id = id;
        this.file = file;
        this.plan = plan;
        this.stands = stands;
        this.employers = employers;
    }

    static JobFair planned(FairPlan plan, CommandContext context) {
        var id = Ids.next("jf");
        var file = CaseFile.opened(id, FairState.PLANNED, plan.district(), context);
        return new JobFair(id, file, plan, new ArrayList<>(), new ArrayList<>());
    }

    Verdict announce(CommandContext context) {
        return Verdict.guards()
                .require(plan.venue() != null && !plan.venue().isBlank(), "NO_VENUE_OR_ADDRESS")
                .then(() -> file.record(FairEvents.Announced.of(id, plan), context));
    }

    /// Books a stand, or changes how many vacancies it brings; who is blacklisted has no place here (联合惩戒).
    Verdict book(String employerUscc, int vacancies, boolean blacklisted) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        return Verdict.guards()
                .require(file.is(FairState.PLANNED, FairState.ANNOUNCED), "FAIR_NOT_OPEN")
                .then(() -> put(new Stand(employerUscc, vacancies, false)));
    }

    /// The employer was listed, or left the list, before the fair took place.
    Verdict exclude(String employerUscc, boolean excluded) {
        return Verdict.guards()
                .require(file.is(FairState.PLANNED, FairState.ANNOUNCED), "FAIR_NOT_OPEN")
                .then(() -> stands.stream()
                        .filter(stand -> stand.employerUscc().equals(employerUscc))
                        .findFirst()
                        .ifPresent(stand -> put(new Stand(employerUscc, stand.vacancies(), excluded))));
    }

    private void put(Stand changed) {
        stands.removeIf(stand -> stand.employerUscc().equals(changed.employerUscc()));
        stands.add(changed);
        if (!employers.contains(changed.employerUscc())) {
            employers.add(changed.employerUscc());
        }
    }

    /// The stands that may be there.
    List<Stand> admitted() {
        return stands.stream().filter(stand -> !stand.excluded()).toList();
    }

    /// Held on a day that has come, with at least one employer.
    Verdict hold(LocalDate on, FairFigures counted, CommandContext context) {
        return Verdict.guards()
                .require(!on.isAfter(context.today()), Reason.of("NOT_YET_HELD").required(context.today(), on))
                .require(counted.employersCount() >= 1, "NO_EMPLOYERS")
                .then(() -> {
                    heldOn = on;
                    figures = counted;
                    file.record(FairEvents.Held.of(id, plan, counted), context);
                });
    }

    /// The report may correct what was counted on the day; a late one is taken, and says that it is late.
    Verdict report(FairFigures counted, CommandContext context) {
        figures = counted;
        reportedOn = context.today();
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

    List<Stand> stands() {
        return List.copyOf(stands);
    }

    @Nullable
    LocalDate reportedOn() {
        return reportedOn;
    }
}
