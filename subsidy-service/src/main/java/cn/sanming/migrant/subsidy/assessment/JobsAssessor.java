package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.claim.Kind;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import cn.sanming.migrant.subsidy.startup.StartupJobsSubsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Puts the hires of a start-up to their rule (创业带动就业补贴审核): a hire counts once, the business has one cap.
@Component
class JobsAssessor {

    private final RuleBook rules;
    private final StartupJobsSubsidy rule;
    private final Caps caps;
    private final GrantUniqueness uniqueness;
    private final EmployerRegister employers;

    JobsAssessor(
            RuleBook rules,
            StartupJobsSubsidy rule,
            Caps caps,
            GrantUniqueness uniqueness,
            EmployerRegister employers) {
        this.rules = rules;
        this.rule = rule;
        this.caps = caps;
        this.uniqueness = uniqueness;
        this.employers = employers;
    }

    Assessment assess(String id, String business, Claim.Jobs claim, LocalDate on) {
        var hires = claim.hires().stream()
                .map(hire -> new StartupJobsSubsidy.Hire(
                        hire.personId(),
                        hire.contractMonths(),
                        hire.insuredFrom(),
                        hire.employed(),
                        hire.ownerOrSpouse(),
                        Boolean.TRUE.equals(hire.paidBefore())
                                || uniqueness.takenByAnother(mark(business, String.valueOf(hire.personId())), id)))
                .toList();
        var decision = rules.decide(
                rule,
                new StartupJobsSubsidy.Facts(
                        null,
                        hires,
                        caps.granted(Kind.STARTUP_JOBS, business, on, id),
                        claim.registeredOn(),
                        on,
                        claim.size(),
                        employers.isBlacklisted(business)));
        var result = decision.result();
        var qualifying = qualifying(hires, on);
        var reasons = new ArrayList<>(result.reasons() == null ? List.<String>of() : result.reasons());
        if (reasons.isEmpty() && result.amount().isZero()) {
            reasons.add(qualifying.isEmpty() ? "NO_QUALIFYING_HIRE" : "CAP_REACHED");
        }
        return Assessment.of(decision, reasons.isEmpty(), List.copyOf(reasons), result.amount())
                .once(qualifying.stream().map(hire -> mark(business, hire)).toList());
    }

    private List<String> qualifying(List<StartupJobsSubsidy.Hire> hires, LocalDate on) {
        var figures = rules.context().on(on);
        return hires.stream()
                .filter(hire -> StartupJobsSubsidy.qualifies(hire, on, figures))
                .map(hire -> String.valueOf(hire.personId()))
                .distinct()
                .toList();
    }

    private static String mark(String business, String personId) {
        return "STARTUP_JOBS:" + business + ':' + personId;
    }
}
