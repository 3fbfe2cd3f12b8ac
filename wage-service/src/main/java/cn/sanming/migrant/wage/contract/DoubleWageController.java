package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.employment.EmploymentDesk;
import cn.sanming.migrant.wage.employment.EmploymentView;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What an employer owes in a real employment because the contract is late, with every step of the reckoning.
@RestController
class DoubleWageController {

    private final EmploymentDesk employments;
    private final RuleBook rules;
    private final DoubleWage doubleWage;

    DoubleWageController(EmploymentDesk employments, RuleBook rules, DoubleWage doubleWage) {
        this.employments = employments;
        this.rules = rules;
        this.doubleWage = doubleWage;
    }

    @GetMapping("/api/v1/wages/employments/{id}/double-wage")
    Outcome<Decision<DoubleWage.Finding>> owed(
            @PathVariable String id,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf,
            Actor actor) {
        return switch (employments.one(id, actor)) {
            case Outcome.Done<EmploymentView>(EmploymentView employment) -> decide(employment, asOf);
            case Outcome.Created<EmploymentView> created -> decide(created.value(), asOf);
            case Outcome.Refused<EmploymentView>(Refusal refusal) -> Outcome.refused(refusal);
        };
    }

    /// Double wages end with the employment.
    private Outcome<Decision<DoubleWage.Finding>> decide(EmploymentView employment, @Nullable LocalDate asOf) {
        if (employment.monthlyWage() == null) {
            return Outcome.refused(Refusal.Kind.GUARD_FAILED, Reason.of("WAGE_UNKNOWN"));
        }
        var period = employment.period();
        var lastDay = period.to() == null ? asOf : period.to().minusDays(1);
        return Outcome.done(rules.decide(
                doubleWage,
                new DoubleWage.Facts(
                        period.from(),
                        employment.contractSignedOn(),
                        asOf != null && lastDay.isAfter(asOf) ? asOf : lastDay,
                        employment.monthlyWage())));
    }
}
