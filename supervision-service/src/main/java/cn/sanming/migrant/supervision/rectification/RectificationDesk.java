package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.task.TaskDeadline;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for rectifications (整改窗口).
@Component
class RectificationDesk {

    private final Dockets dockets;
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final TaskDeadline deadlines;
    private final Docket<Rectification> docket;

    /// A finding of a round.
    record Finding(
            @NotBlank String round,
            String measure,
            String unitCode,
            @NotBlank String problem) {}

    record Report(@NotBlank String report) {}

    RectificationDesk(Dockets dockets, Catalogue catalogue, RuleBook rules, TaskDeadline deadlines) {
        this.dockets = dockets;
        this.catalogue = catalogue;
        this.rules = rules;
        this.deadlines = deadlines;
        this.docket = dockets.declare(Rectification.class, "Rectification", "/api/v1/supervision/rectifications")
                .opens(Finding.class, Set.of("SUPERVISOR"), this::issue)
                .on("accept", Rectification::accept)
                .on("submit", Report.class, (subject, body, act) -> subject.submit(body.report(), act))
                .on("confirm", Rectification::confirm)
                .onReason("return")
                .on("escalate", Rectification::escalate)
                .unit("UNIT_OFFICER", "unitCode", Rectification::unitCode)
                .filter("round", "round")
                .filter("measure", "measure")
                .filter("unit_code", "unitCode")
                .shownAs(RectificationView.class, RectificationView::of);
    }

    private Outcome<Rectification> issue(Finding body, Act act) {
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
        var deadline =
                rules.decide(deadlines, TaskDeadline.Facts.issued(act.today())).result();
        var id = Ids.next("rc");
        var file = CaseFile.opened(
                id,
                RectificationState.ISSUED,
                catalogue.countyOf(body.unitCode()).orElse(null),
                act);
        return Outcome.created(
                new Rectification(
                                id,
                                file,
                                body.round(),
                                body.measure(),
                                body.unitCode(),
                                body.problem(),
                                act.today(),
                                Objects.requireNonNull(deadline.acknowledgeBy()),
                                Objects.requireNonNull(deadline.rectifyBy()))
                        .issue(act),
                docket.path() + '/' + id);
    }

    /// Escalates what was not accepted or not submitted in time.
    void escalateDue(Act act) {
        dockets.sweep(
                docket,
                List.of(RectificationState.ISSUED, RectificationState.ACCEPTED),
                subject -> subject.isLate(act.today()) ? "escalate" : null,
                act);
    }
}
