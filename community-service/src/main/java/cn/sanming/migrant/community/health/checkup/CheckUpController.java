package cn.sanming.migrant.community.health.checkup;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Body;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Check-ups and the plans of the employers over HTTP; numbers only.
@RestController
class CheckUpController {

    private static final String PLANS = "/api/v1/community/check-up-plans";

    private final CheckUpDesk desk;

    record Report(
            CheckUp.Kind kind,

            @Nullable @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}")
            String employerUscc,

            String district,
            @NotBlank @Size(max = 120) String place,
            LocalDate heldOn,
            @PositiveOrZero int persons) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            CheckUp.Kind kind,
            @Nullable String employerUscc,
            @Nullable String district,
            String place,
            LocalDate heldOn,
            int persons) {
        static View of(CheckUp one) {
            return new View(
                    one.id, one.kind, one.employerUscc, one.file.district(), one.place, one.heldOn, one.persons);
        }
    }

    record Plans(List<CheckUpPlan> items) {}

    CheckUpController(CheckUpDesk desk) {
        this.desk = desk;
    }

    @PostMapping(CheckUpDesk.PATH)
    Outcome<View> held(@Body Report body, CommandContext context) {
        return desk.held(body, context).map(View::of);
    }

    @GetMapping(CheckUpDesk.PATH + "/{id}")
    Outcome<View> one(@PathVariable String id) {
        return desk.find(id).map(View::of);
    }

    /// An employer sees its own plan; the health department those of its district.
    @GetMapping(PLANS + "/{employerUscc}")
    Outcome<CheckUpPlan> plan(@PathVariable String employerUscc, Actor actor) {
        var plan = desk.planOf(employerUscc);
        if (employerUscc.equals(actor.creditCode())) {
            return plan;
        }
        if (!actor.has("HEALTH_OFFICER")) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return plan instanceof Outcome.Done<CheckUpPlan>(CheckUpPlan found) && !actor.mayActIn(found.district())
                ? Outcome.notFound()
                : plan;
    }

    @GetMapping(PLANS)
    Outcome<Plans> plans(@RequestParam String district, Actor actor) {
        if (!actor.has("HEALTH_OFFICER")) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return actor.mayActIn(district)
                ? Outcome.done(new Plans(desk.plansIn(district)))
                : Outcome.refused(
                        Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
    }
}
