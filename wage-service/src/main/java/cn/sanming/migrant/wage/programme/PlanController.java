package cn.sanming.migrant.wage.programme;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Codes;
import cn.sanming.migrant.wage.register.Registers;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Plans over HTTP: officers set targets and record what is reached, everybody with a token may read.
@RestController
@RequestMapping(PlanController.PATH)
class PlanController {

    static final String PATH = "/api/v1/wages/plan-items";

    private final Registers registers;

    PlanController(Registers registers) {
        this.registers = registers;
    }

    /// @param district a county, or the city as a whole
    record Target(
            String district,
            PlanItem.Programme programme,
            @Min(2015) @Max(2100) int year,
            @Size(min = 1, max = 200) String title,
            @Positive int target) {}

    record Progress(@PositiveOrZero int achieved) {}

    @PostMapping
    Outcome<PlanItem.View> plan(@Body Target body, CommandContext context) {
        var refusal = objection(body.district(), context.actor());
        if (refusal != null) {
            return refusal;
        }
        if (!body.district().equals(Divisions.CITY)) {
            var faults = Codes.faults(null, body.district());
            if (!faults.isEmpty()) {
                return Codes.refused(faults);
            }
        }
        var id = Ids.of("pi", body.district(), body.programme().name(), Integer.toString(body.year()), body.title());
        var item = new PlanItem(id, body.district(), body.programme(), body.year(), body.title(), body.target());
        return registers.enter(item, PATH + '/' + id, _ -> PATH + '/' + id).map(PlanItem::view);
    }

    @PostMapping("/{id}/progress")
    Outcome<PlanItem.View> progress(@PathVariable String id, @Body Progress body, CommandContext context) {
        if (!context.actor().has("HR_OFFICER")) {
            return forbidden(context.actor());
        }
        return registers
                .change(
                        PlanItem.class,
                        id,
                        item -> context.actor().mayActIn(item.district()),
                        item -> item.progress(body.achieved()))
                .map(PlanItem::view);
    }

    @GetMapping
    Page<PlanItem.View> list(
            @RequestParam(required = false) PlanItem.@Nullable Programme programme,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var wanted = new HashMap<String, @Nullable Object>();
        wanted.put("programme", programme == null ? null : programme.name());
        wanted.put("year", year);
        wanted.put("district", district);
        return Registers.shown(registers.page(PlanItem.class, PlanItem::id, wanted, after, limit), PlanItem::view);
    }

    private static @Nullable Outcome<PlanItem.View> objection(String district, Actor actor) {
        if (!actor.has("HR_OFFICER")) {
            return forbidden(actor);
        }
        return actor.mayActIn(district) ? null : Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
    }

    private static Outcome<PlanItem.View> forbidden(Actor actor) {
        return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required("HR_OFFICER", actor.roles()));
    }
}
