package cn.sanming.migrant.job.worklist;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The officers' list of running deadlines, the earliest first; an officer of a county sees that county's.
@RestController
class WorklistController {

    private static final Set<String> READERS = Set.of("HR_OFFICER", "HR_HEAD", "SUPERVISOR");

    private final List<RunningDeadlines> desks;

    /// @param overdue from midnight after the last day on
    record Item(String what, String subject, @Nullable String district, LocalDate dueOn, boolean overdue) {}

    record Worklist(List<Item> items) {}

    WorklistController(List<RunningDeadlines> desks) {
        this.desks = desks;
    }

    @GetMapping("/api/v1/jobs/worklist")
    Outcome<Worklist> list(CommandContext context) {
        if (!context.actor().hasAny(READERS)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var items = desks.stream()
                .flatMap(desk -> desk.dueOn(context.today()).stream())
                .filter(due -> context.actor().mayActIn(due.district()))
                .sorted(Comparator.comparing(RunningDeadlines.Due::dueOn).thenComparing(RunningDeadlines.Due::subject))
                .map(due -> new Item(
                        due.what(),
                        due.subject(),
                        due.district(),
                        due.dueOn(),
                        due.dueOn().isBefore(context.today())))
                .toList();
        return Outcome.done(new Worklist(items));
    }
}
