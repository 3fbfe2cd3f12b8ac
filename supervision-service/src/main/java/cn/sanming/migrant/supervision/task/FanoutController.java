package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The start of the policy: one command turns a measure into the tasks of its units.
@RestController
class FanoutController {

    private final TaskDesk desk;
    private final Catalogue catalogue;

    FanoutController(TaskDesk desk, Catalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    /// @param policyStart today, if nothing is said; the same start gives the same tasks
    /// @param dueOn       when the plans are due, if nothing is said
    record Start(@Nullable LocalDate policyStart, @Nullable LocalDate dueOn) {}

    @PostMapping("/api/v1/supervision/measures/{id}/fanout")
    Outcome<TaskDesk.Fanned> fanOut(@PathVariable String id, @Body Start body, CommandContext context) {
        if (!context.actor().has("SUPERVISOR")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var start = body.policyStart() == null ? context.today() : body.policyStart();
        return catalogue
                .measure(id)
                .map(measure -> Outcome.done(desk.fanOut(measure, start, body.dueOn(), context)))
                .orElseGet(() -> Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_MEASURE")));
    }
}
