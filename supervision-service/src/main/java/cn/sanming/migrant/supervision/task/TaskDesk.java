package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.Measure;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for tasks (任务窗口): a unit sees its own, a lead unit those of its measures, the Supervision Office all.
@Component
public class TaskDesk {

    static final Command<Task, ByHand> OPEN = Command.of("openTask", ByHand.class);
    static final Command<Task, Command.Nothing> ACKNOWLEDGE = Command.of("acknowledgeTask");
    static final Command<Task, Command.Nothing> START = Command.of("startTask");
    static final Command<Task, Submission> SUBMIT = Command.of("submitTask", Submission.class);
    static final Command<Task, Command.Nothing> VERIFY = Command.of("verifyTask");
    static final Command<Task, Command.Because> RETURN = Command.because("returnTask");
    static final Command<Task, Command.Nothing> CLOSE = Command.of("closeTask");
    static final Command<Task, Command.Because> CANCEL = Command.because("cancelTask");
    static final Command<Task, Monthly> REPORT = Command.of("reportTask", Monthly.class);
    static final Command<Task, Command.Nothing> ESCALATE = Command.of("escalateTask", Command.Nothing.class);

    private final Cases cases;
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final TaskDeadline deadlines;
    private final TaskFanout fanout;
    private final CaseDefinition<Task> definition;

    /// A task that the Supervision Office gives by hand.
    record ByHand(
            String measure,
            @Nullable String subItem,
            @NotBlank String title,
            String unitCode,
            LocalDate dueOn) {}

    record Submission(
            List<Task.Evidence> evidence,
            @Nullable @Min(0) @Max(100) Integer progress) {}

    record Monthly(
            YearMonth month,
            @NotBlank String text,
            @Min(0) @Max(100) int progress) {}

    TaskDesk(Cases cases, Catalogue catalogue, RuleBook rules, TaskDeadline deadlines, TaskFanout fanout) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.rules = rules;
        this.deadlines = deadlines;
        this.fanout = fanout;
        this.definition = cases.define(Task.class, "Task", "/api/v1/supervision/tasks")
                .opens(OPEN, Set.of("SUPERVISOR"), this::byHand)
                .on(ACKNOWLEDGE)
                .on(START)
                .on(SUBMIT, (task, body, context) -> task.submit(body.evidence(), body.progress(), context))
                .on(VERIFY, Task::verify)
                .on(RETURN)
                .on(CLOSE, Task::close)
                .on(CANCEL)
                .notes(
                        REPORT,
                        Set.of("UNIT_OFFICER"),
                        (task, body, context) -> task.report(body.month(), body.text(), body.progress(), context))
                .notes(ESCALATE, Set.of("SYSTEM"), (task, _, context) -> escalate(task, context))
                .unit("UNIT_OFFICER", "unitCode", Task::unitCode)
                .unit("LEAD_OFFICER", "leadUnit", Task::leadUnit)
                .filter("measure", "measure")
                .filter("unit_code", "unitCode")
                .filter("lead_unit", "leadUnit")
                .filter("subject", "matter.subject")
                .filter("employer_uscc", "matter.employerUscc")
                .filter("project_id", "matter.projectId")
                .shownAs(TaskView.class, task -> TaskView.of(task, today()));
    }

    private LocalDate today() {
        return rules.context().today();
    }

    private Outcome<Task> byHand(ByHand body, CommandContext context) {
        var faults = new ArrayList<Reason>();
        var measure = catalogue.measure(body.measure());
        if (measure.isEmpty()) {
            faults.add(Reason.at("/measure", "UNKNOWN_MEASURE"));
        }
        if (body.subItem() != null && catalogue.promise(body.subItem()).isEmpty()) {
            faults.add(Reason.at("/sub_item", "UNKNOWN_PROMISE"));
        }
        if (!catalogue.isUnit(body.unitCode())) {
            faults.add(Reason.at("/unit_code", "UNKNOWN_UNIT"));
        }
        if (body.dueOn().isBefore(context.today())) {
            faults.add(Reason.at("/due_on", "DUE_IN_THE_PAST").required(context.today(), body.dueOn()));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var role = catalogue.countyOf(body.unitCode()).isPresent()
                ? TaskRole.COUNTY
                : measure.get().lead().equals(body.unitCode()) ? TaskRole.LEAD : TaskRole.RESPONSIBLE;
        return open(
                new NewTask(
                        Ids.next("tk"),
                        body.measure(),
                        Objects.requireNonNullElse(body.subItem(), body.measure()),
                        body.title(),
                        body.unitCode(),
                        role,
                        context.today(),
                        body.dueOn(),
                        Matter.NONE),
                context);
    }

    private Outcome<Task> open(NewTask task, CommandContext context) {
        if (cases.find(definition, task.id()).isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + task.id());
        }
        var measure = catalogue.measure(task.measure()).orElseThrow();
        return Outcome.created(
                Task.assigned(
                        task,
                        measure.lead(),
                        catalogue.countyOf(task.unitCode()).orElse(null),
                        Objects.requireNonNull(decide(TaskDeadline.Facts.assigned(task.assignedOn()))
                                .acknowledgeBy()),
                        context),
                definition.path() + '/' + task.id());
    }

    private TaskDeadline.Finding decide(TaskDeadline.Facts facts) {
        return rules.decide(deadlines, facts).result();
    }

    /// Assigns a task unless it is there already.
    ///
    /// @return whether it is new
    public boolean assign(NewTask task, CommandContext context) {
        return cases.open(definition, task, this::open, context) instanceof Outcome.Created<Task>;
    }

    /// The last day for what follows from a RED alert.
    public LocalDate dueAfterAlert(LocalDate day) {
        return Objects.requireNonNull(decide(TaskDeadline.Facts.redAlert(day)).taskBy());
    }

    /// @param tasks   how many there are now
    /// @param created how many of them are new
    record Fanned(String measure, String lead, LocalDate dueOn, int tasks, int created, List<String> ids) {}

    /// Gives every unit of a measure its task. Asked again with the same start it finds the same tasks.
    Fanned fanOut(Measure measure, LocalDate start, @Nullable LocalDate due, CommandContext context) {
        var dueOn = due == null
                ? Objects.requireNonNull(decide(TaskDeadline.Facts.start(start)).planBy())
                : due;
        var ids = new ArrayList<String>();
        int created = 0;
        for (var share : fanout.shares(measure)) {
            var id = Ids.of("tk", "fanout", measure.id(), share.unitCode(), start.toString());
            var task = new NewTask(
                    id,
                    measure.id(),
                    measure.id(),
                    measure.title(),
                    share.unitCode(),
                    share.role(),
                    context.today(),
                    dueOn,
                    Matter.NONE);
            created += assign(task, context) ? 1 : 0;
            ids.add(id);
        }
        return new Fanned(measure.id(), measure.lead(), dueOn, ids.size(), created, ids);
    }

    /// Looks at an open task and tells who has to be told; once a day.
    void escalateIfDue(String id, BusinessDay day) {
        if (cases.find(definition, id)
                .filter(task -> task.mustBeTold(levelOf(task, day.date()), day.date()))
                .isPresent()) {
            day.orRetry(cases.fire(id, ESCALATE, day.context()));
        }
    }

    private Verdict escalate(Task task, CommandContext context) {
        return task.escalate(levelOf(task, context.today()), context);
    }

    private Escalation levelOf(Task task, LocalDate today) {
        if (task.isOverdue(today)) {
            var late = rules.calendar().workingDaysBetween(task.dueOn(), today);
            var figures = rules.policy().on(today);
            if (late > figures.integer("supervision.escalate_office_wd")) {
                return Escalation.SUPERVISION_OFFICE;
            }
            return late > figures.integer("supervision.escalate_lead_wd") ? Escalation.LEAD_UNIT : Escalation.UNIT;
        }
        var unreported = task.unreported(today).stream().anyMatch(month -> Objects.requireNonNull(
                        decide(new TaskDeadline.Facts(month, null, null, null, null, null, null, null))
                                .reportBy())
                .isBefore(today));
        return unreported || task.isUnacknowledged(today) ? Escalation.UNIT : Escalation.NONE;
    }
}
