package cn.sanming.migrant.wage.guidance;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Codes;
import cn.sanming.migrant.wage.register.Registers;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Visits over HTTP: officers record them, officers and the employer itself read them.
@RestController
@RequestMapping(GuidanceController.PATH)
class GuidanceController {

    static final String PATH = "/api/v1/wages/guidance-visits";
    private static final Set<String> OFFICERS = Set.of("HR_OFFICER", "INSPECTOR", "UNION_OFFICER");

    private final Registers registers;

    GuidanceController(Registers registers) {
        this.registers = registers;
    }

    record Visit(
            String employerUscc,
            String district,
            GuidanceVisit.Industry industry,
            LocalDate visitedOn,
            @Size(min = 1, max = 4000) String findings,
            @Nullable LocalDate followUpOn) {}

    @PostMapping
    Outcome<GuidanceVisit> record(@Body Visit body, CommandContext context) {
        if (!context.actor().hasAny(OFFICERS)) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required(OFFICERS, context.actor().roles()));
        }
        if (!context.actor().mayActIn(body.district())) {
            return Outcome.refused(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        var faults = Codes.faults(body.employerUscc(), body.district());
        if (body.visitedOn().isAfter(context.today())) {
            faults.add(Reason.at("/visited_on", "DATE_IN_THE_FUTURE"));
        }
        if (body.followUpOn() != null && body.followUpOn().isBefore(body.visitedOn())) {
            faults.add(Reason.at("/follow_up_on", "BEFORE_THE_VISIT"));
        }
        if (!faults.isEmpty()) {
            return Codes.refused(faults);
        }
        var id = Ids.of(
                "gv",
                body.employerUscc(),
                body.visitedOn().toString(),
                body.industry().name());
        var visit = new GuidanceVisit(
                id,
                body.employerUscc(),
                body.district(),
                body.industry(),
                body.visitedOn(),
                body.findings(),
                body.followUpOn(),
                context.actor().id());
        return registers.enter(visit, PATH + '/' + id, _ -> PATH + '/' + id);
    }

    @GetMapping
    Outcome<Page<GuidanceVisit>> list(
            @RequestParam(name = "employer_uscc", required = false) @Nullable String employerUscc,
            @RequestParam(required = false) GuidanceVisit.@Nullable Industry industry,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        var wanted = new HashMap<String, @Nullable Object>();
        if (actor.hasAny(OFFICERS) || actor.has("SUPERVISOR")) {
            wanted.put("district", actor.county());
            wanted.put("employerUscc", employerUscc);
        } else if (actor.creditCode() != null) {
            wanted.put("employerUscc", actor.creditCode());
        } else {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        wanted.put("industry", industry == null ? null : industry.name());
        return Outcome.done(registers.page(GuidanceVisit.class, GuidanceVisit::id, wanted, after, limit));
    }
}
