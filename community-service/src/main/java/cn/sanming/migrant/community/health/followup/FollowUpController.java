package cn.sanming.migrant.community.health.followup;

import cn.sanming.migrant.community.health.HealthReads;
import cn.sanming.migrant.community.health.Purpose;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reading the follow-ups of one patient over HTTP: with a purpose, and with a trail for each.
@RestController
class FollowUpController {

    private final FollowUpDesk desk;
    private final HealthReads reads;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            String state,
            LocalDate dueOn,
            Condition condition,
            @Nullable LocalDate doneOn,
            @Nullable Boolean controlled,
            @Nullable String note) {}

    record Listed(List<View> items) {}

    FollowUpController(FollowUpDesk desk, HealthReads reads) {
        this.desk = desk;
        this.reads = reads;
    }

    @GetMapping(FollowUpDesk.PATH)
    Outcome<Listed> of(
            @RequestParam("person_id") String personId,
            @RequestParam(required = false) @Nullable Purpose purpose,
            CommandContext context) {
        var items = new ArrayList<View>();
        for (var one : desk.of(personId)) {
            switch (reads.read(desk.sealed(one), purpose, context, () -> view(one))) {
                case Outcome.Done<View>(View view) -> items.add(view);
                case Outcome.Created<View>(View view, String location) -> items.add(view);
                case Outcome.Refused<View>(Refusal refusal) -> {
                    return new Outcome.Refused<>(refusal);
                }
            }
        }
        return items.isEmpty() ? Outcome.notFound() : Outcome.done(new Listed(items));
    }

    private View view(FollowUp one) {
        var content = desk.content(one);
        return new View(
                one.id,
                one.file.state(),
                one.dueOn,
                content.condition(),
                content.doneOn(),
                content.controlled(),
                content.note());
    }
}
