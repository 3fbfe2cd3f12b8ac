package cn.sanming.migrant.job.employer;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.web.Body;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Officers, and each firm for itself, say who is in business and how it wants to be asked.
@RestController
@RequestMapping("/api/v1/jobs/employers")
class EmployerController {

    private final Employers employers;
    private final EmployerRegister standings;

    record Entry(
            @NotBlank @Size(max = 100) String name,
            String district,
            Employer.@Nullable Status status,
            Employer.@Nullable Reach reach) {}

    record View(
            String uscc,
            @Nullable String name,
            @Nullable String district,
            Employer.Status status,
            Employer.Reach reach,
            boolean blacklisted) {}

    EmployerController(Employers employers, EmployerRegister standings) {
        this.employers = employers;
        this.standings = standings;
    }

    @PutMapping("/{uscc}")
    Outcome<View> keep(@PathVariable String uscc, @Body Entry body, CommandContext context) {
        var officer = context.actor().has("HR_OFFICER") && context.actor().mayActIn(body.district());
        var own = context.actor().has("EMPLOYER") && uscc.equals(context.actor().creditCode());
        if (!officer && !own) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var faults = new ArrayList<Reason>();
        CreditCode.fault(uscc).ifPresent(fault -> faults.add(Reason.at("/uscc", "CREDIT_CODE_" + fault)));
        if (Divisions.sanming().find(body.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var known = employers.find(uscc);
        var before = known.map(Employer::status).orElse(Employer.Status.ACTIVE);
        return Outcome.done(view(employers.keep(new Employer(
                uscc,
                known.map(Employer::version).orElse(null),
                body.name(),
                body.district(),
                body.status() == null || !officer ? before : body.status(),
                body.reach() == null ? Employer.Reach.WECHAT : body.reach(),
                known.map(Employer::knownSince).orElse(context.today())))));
    }

    @GetMapping("/{uscc}")
    Outcome<View> one(@PathVariable String uscc) {
        return employers.find(uscc).map(this::view).map(Outcome::done).orElseGet(Outcome::notFound);
    }

    private View view(Employer employer) {
        return new View(
                employer.uscc(),
                employer.name(),
                employer.district(),
                employer.status(),
                employer.reach(),
                standings.isBlacklisted(employer.uscc()));
    }
}
