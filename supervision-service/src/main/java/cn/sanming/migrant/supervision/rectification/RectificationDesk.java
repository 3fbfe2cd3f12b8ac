package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.task.TaskDeadline;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for rectifications (整改窗口).
@Component
class RectificationDesk {

    static final Command<Rectification, Finding> OPEN = Command.of("openRectification", Finding.class);
    static final Command<Rectification, Command.Nothing> ACCEPT = Command.of("acceptRectification");
    static final Command<Rectification, Report> SUBMIT = Command.of("submitRectification", Report.class);
    static final Command<Rectification, Command.Nothing> CONFIRM = Command.of("confirmRectification");
    static final Command<Rectification, Command.Because> RETURN = Command.because("returnRectification");
    static final Command<Rectification, Command.Nothing> ESCALATE = Command.of("escalateRectification");

    private final Cases cases;
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final TaskDeadline deadlines;
    private final CaseDefinition<Rectification> definition;

    /// A finding of a round.
    record Finding(
            @NotBlank String round,
            String measure,
            String unitCode,
            @NotBlank String problem) {}

    record Report(@NotBlank String report) {}

    RectificationDesk(Cases cases, Catalogue catalogue, RuleBook rules, TaskDeadline deadlines) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.rules = rules;
        this.deadlines = deadlines;
        this.definition = cases.define(Rectification.class, "Rectification", "/api/v1/supervision/rectifications")
                .opens(OPEN, Set.of("SUPERVISOR"), this::issue)
                .on(ACCEPT, Rectification::accept)
                .on(SUBMIT, (subject, body, context) -> subject.submit(body.report(), context))
                .on(CONFIRM, Rectification::confirm)
                .on(RETURN)
                .on(ESCALATE, Rectification::escalate)
                .unit("UNIT_OFFICER", "unitCode", Rectification::unitCode)
                .filter("round", "round")
                .filter("measure", "measure")
                .filter("unit_code", "unitCode")
                .shownAs(RectificationView.class, RectificationView::of);
    }

    private Outcome<Rectification> issue(Finding body, CommandContext context) {
        var faults = new ArrayList<Reason>();
        if (catalogue.measure(body.measure()).isEmpty()) {
            faults.add(Reason.at("/measure", "UNKNOWN_MEASURE"));
        }
        if (!catalogue.isUnit(body.unitCode())) {
            faults.add(Reason.at("/unit_code", "UNKNOWN_UNIT"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var deadline = rules.decide(deadlines, TaskDeadline.Facts.issued(context.today()))
                .result();
        var id = Ids.next("rc");
        var file = CaseFile.opened(
                id,
                RectificationState.ISSUED,
                catalogue.countyOf(body.unitCode()).orElse(null),
                context);
        return Outcome.created(
                new Rectification(
                                id,
                                file,
                                body.round(),
                                body.measure(),
                                body.unitCode(),
                                body.problem(),
                                context.today(),
                                Objects.requireNonNull(deadline.acknowledgeBy()),
                                Objects.requireNonNull(deadline.rectifyBy()))
                        .issue(context),
                definition.path() + '/' + id);
    }

    /// Escalates what was not accepted or not submitted in time.
    void escalateIfLate(String id, BusinessDay day) {
        if (cases.find(definition, id)
                .filter(subject -> subject.isLate(day.date()))
                .isPresent()) {
            day.orRetry(cases.fire(id, ESCALATE, day.context()));
        }
    }
}
