package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What one unit has to do for one measure (任务), from assignment to closing; M20.2, M20.3.
@Document("tasks")
final class Task implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String measure;

    private final String subItem;
    private final String title;

    @Indexed
    private final String unitCode;

    @Indexed
    private final String leadUnit;

    private final TaskRole role;
    private final LocalDate assignedOn;
    private final LocalDate dueOn;
    private final LocalDate acknowledgeBy;

    private final Matter matter;

    private List<Evidence> evidence = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private int progress;
    private Escalation escalation = Escalation.NONE;
    private @Nullable LocalDate escalatedOn;
    private boolean overdueTold;
    private @Nullable LocalDate submittedOn;

    /// A proof that the work is done (佐证材料).
    record Evidence(String title, @Nullable String reference) {}

    /// What a unit reports for a month (月报).
    record Report(YearMonth month, String text, int progress, LocalDate reportedOn) {}

    Task(
            String id,
            CaseFile file,
            String measure,
            String subItem,
            String title,
            String unitCode,
            String leadUnit,
            TaskRole role,
            LocalDate assignedOn,
            LocalDate dueOn,
            LocalDate acknowledgeBy,
            Matter matter) {
        this.id = id;
        this.file = file;
        this.measure = measure;
        this.subItem = subItem;
        this.title = title;
        this.unitCode = unitCode;
        this.leadUnit = leadUnit;
        this.role = role;
        this.assignedOn = assignedOn;
        this.dueOn = dueOn;
        this.acknowledgeBy = acknowledgeBy;
        this.matter = matter;
    }

    static Task assigned(
            NewTask task, String leadUnit, @Nullable String district, LocalDate acknowledgeBy, CommandContext context) {
        var opened = new Task(
                task.id(),
                CaseFile.opened(task.id(), TaskState.ASSIGNED, district, context),
                task.measure(),
                task.subItem(),
                task.title(),
                task.unitCode(),
                leadUnit,
                task.role(),
                task.assignedOn(),
                task.dueOn(),
                acknowledgeBy,
                task.matter());
        opened.file.record(
                new TaskAssigned(task.id(), task.measure(), task.subItem(), task.unitCode(), task.dueOn()), context);
        return opened;
    }

    /// The unit says that it is done. The day counts for being on time: verification is not the unit's doing.
    Verdict submit(List<Evidence> proofs, @Nullable Integer percent, CommandContext context) {
        return Verdict.guards()
                .require(
                        !proofs.isEmpty(),
                        Reason.at("/evidence", "EVIDENCE_REQUIRED").clause("M20.3"))
                .then(() -> {
                    evidence = new ArrayList<>(proofs);
                    progress = percent == null ? 100 : percent;
                    submittedOn = context.today();
                });
    }

    /// Four eyes: whoever submitted the work does not verify it.
    Verdict verify(CommandContext context) {
        return file.hasActed(context.actor().id(), "submit")
                ? Verdict.refused(
                        Refusal.Kind.FOUR_EYES,
                        Reason.of("VERIFIER_IS_SUBMITTER").clause("M20.3"))
                : Verdict.granted();
    }

    Verdict report(YearMonth month, String text, int percent, CommandContext context) {
        return Verdict.guards()
                .require(isOpen(), Reason.of("TASK_IS_DONE"))
                .require(
                        !month.isBefore(YearMonth.from(assignedOn)) && !month.isAfter(YearMonth.from(context.today())),
                        Reason.at("/month", "MONTH_OUTSIDE_TASK"))
                .then(() -> {
                    reports.removeIf(earlier -> earlier.month().equals(month));
                    reports.add(new Report(month, text, percent, context.today()));
                    progress = percent;
                });
    }

    Verdict close(CommandContext context) {
        file.record(new TaskClosed(id, measure, unitCode, context.today(), onTime()), context);
        return Verdict.granted();
    }

    /// Goes one step up, at most once a day; only a task that is overdue is spoken of.
    Verdict escalate(Escalation level, CommandContext context) {
        var today = context.today();
        return Verdict.guards()
                .require(mustBeTold(level, today), Reason.of("NOTHING_TO_ESCALATE"))
                .require(!today.equals(escalatedOn), Reason.of("ESCALATED_TODAY"))
                .then(() -> {
                    escalation = level;
                    escalatedOn = today;
                    if (isOverdue(today)) {
                        overdueTold = true;
                        file.record(
                                new TaskOverdue(
                                        id, measure, unitCode, dueOn, (int) (today.toEpochDay() - dueOn.toEpochDay())),
                                context);
                    }
                });
    }

    /// Whether somebody has to hear of it: it goes up a step, or it is overdue and nobody has said so, which may be
    /// at the step that a late acknowledgement had already reached.
    boolean mustBeTold(Escalation level, LocalDate on) {
        return level.compareTo(escalation) > 0 || isOverdue(on) && !overdueTold;
    }

    boolean isOpen() {
        return file.is(TaskState.ASSIGNED, TaskState.ACKNOWLEDGED, TaskState.IN_PROGRESS);
    }

    boolean isOverdue(LocalDate on) {
        return isOpen() && dueOn.isBefore(on);
    }

    boolean isUnacknowledged(LocalDate on) {
        return file.is(TaskState.ASSIGNED) && acknowledgeBy.isBefore(on);
    }

    boolean onTime() {
        return submittedOn != null && !submittedOn.isAfter(dueOn);
    }

    /// The full months of the task that nobody reported on.
    List<YearMonth> unreported(LocalDate on) {
        var months = new ArrayList<YearMonth>();
        for (var month = YearMonth.from(assignedOn); Dates.lastDayOf(month).isBefore(on); month = month.plusMonths(1)) {
            var wanted = month;
            if (reports.stream().noneMatch(report -> report.month().equals(wanted))) {
                months.add(month);
            }
        }
        return isOpen() ? months : List.of();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String measure() {
        return measure;
    }

    String subItem() {
        return subItem;
    }

    String title() {
        return title;
    }

    String unitCode() {
        return unitCode;
    }

    String leadUnit() {
        return leadUnit;
    }

    TaskRole role() {
        return role;
    }

    LocalDate assignedOn() {
        return assignedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    LocalDate acknowledgeBy() {
        return acknowledgeBy;
    }

    Matter matter() {
        return matter;
    }

    List<Evidence> evidence() {
        return List.copyOf(evidence);
    }

    List<Report> reports() {
        return List.copyOf(reports);
    }

    int progress() {
        return progress;
    }

    Escalation escalation() {
        return escalation;
    }

    @Nullable
    LocalDate escalatedOn() {
        return escalatedOn;
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }
}
