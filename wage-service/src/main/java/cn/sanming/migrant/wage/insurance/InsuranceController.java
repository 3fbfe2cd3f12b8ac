package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Codes;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Insurance records over HTTP.
@RestController
@RequestMapping(InsuranceDesk.PATH)
class InsuranceController {

    private final InsuranceDesk desk;

    InsuranceController(InsuranceDesk desk) {
        this.desk = desk;
    }

    record Enrolment(
            @Size(min = 1, max = 40) String personId,
            Scheme scheme,
            @Nullable String employerUscc,
            String district,
            LocalDate from,
            @Nullable LocalDate to,
            @PositiveOrZero @Nullable Integer monthsPaid,
            @Nullable Boolean contractMigrantWorker) {}

    record Months(@PositiveOrZero int monthsPaid) {}

    record Ending(LocalDate to) {}

    /// @param district one county, or none for the whole city
    record Insured(@Nullable String district, Map<Scheme, Long> insured) {}

    @PostMapping
    Outcome<InsuranceRecord.View> enrol(@Body Enrolment body, CommandContext context) {
        var faults = Codes.faults(body.employerUscc(), body.district());
        if (body.to() != null && body.to().isBefore(body.from())) {
            faults.add(Reason.at("/to", "END_BEFORE_START").required(body.from(), body.to()));
        }
        return faults.isEmpty()
                ? desk.enrol(
                        new InsuranceDesk.Enrolment(
                                body.personId(),
                                body.scheme(),
                                body.employerUscc(),
                                body.district(),
                                body.from(),
                                body.to(),
                                body.monthsPaid() == null ? 0 : body.monthsPaid(),
                                Boolean.TRUE.equals(body.contractMigrantWorker())),
                        context)
                : Codes.refused(faults);
    }

    @PostMapping("/{id}/months")
    Outcome<InsuranceRecord.View> paid(@PathVariable String id, @Body Months body, CommandContext context) {
        return desk.paid(id, body.monthsPaid(), context);
    }

    @PostMapping("/{id}/end")
    Outcome<InsuranceRecord.View> end(@PathVariable String id, @Body Ending body, CommandContext context) {
        return desk.end(id, body.to(), context);
    }

    @GetMapping("/{id}")
    Outcome<InsuranceRecord.View> one(@PathVariable String id, CommandContext context) {
        return desk.one(id, context);
    }

    @GetMapping
    Outcome<Page<InsuranceRecord.View>> list(
            @RequestParam(name = "person_id", required = false) @Nullable String personId,
            @RequestParam(name = "employer_uscc", required = false) @Nullable String employerUscc,
            @RequestParam(required = false) @Nullable Scheme scheme,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CommandContext context) {
        return desk.list(personId, employerUscc, scheme, after, limit, context);
    }

    @GetMapping("/counts")
    Outcome<Insured> counts(Actor actor) {
        return desk.counts(actor).map(counts -> new Insured(actor.county(), counts));
    }
}
