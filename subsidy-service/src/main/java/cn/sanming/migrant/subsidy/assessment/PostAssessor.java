package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import cn.sanming.migrant.subsidy.ledger.GrantUniqueness;
import cn.sanming.migrant.subsidy.post.PostSubsidy;
import cn.sanming.migrant.subsidy.proof.PostPlan;
import cn.sanming.migrant.subsidy.proof.Proofs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the months of a post to their rule (公益性岗位补贴审核): only months that are over, within the plan of the post, and
/// claimed for the first time; a month that fails drops out. The minimum wage is that of the post's district,
/// whatever the employer states.
@Component
class PostAssessor {

    private final RuleBook rules;
    private final PostSubsidy rule;
    private final Proofs proofs;
    private final GrantUniqueness uniqueness;
    private final EmployerRegister employers;

    PostAssessor(
            RuleBook rules, PostSubsidy rule, Proofs proofs, GrantUniqueness uniqueness, EmployerRegister employers) {
        this.rules = rules;
        this.rule = rule;
        this.proofs = proofs;
        this.uniqueness = uniqueness;
        this.employers = employers;
    }

    Assessment assess(String id, Claim claim, Claim.Post post, LocalDate on) {
        var plan = proofs.post(post.postId()).orElse(null);
        var reasons = new LinkedHashSet<String>();
        var steps = new ArrayList<RuleContext.Step>();
        if (claim.employerUscc() != null && employers.isBlacklisted(claim.employerUscc())) {
            reasons.add("BLACKLISTED_EMPLOYER");
        }
        if (plan != null && plan.employerUscc() != null && !plan.employerUscc().equals(claim.employerUscc())) {
            reasons.add("POST_OF_ANOTHER_EMPLOYER");
        }
        boolean barred = !reasons.isEmpty();
        var fit = post.months().stream()
                .filter(month -> fits(id, post, month, plan, on, reasons, steps))
                .toList();
        if (fit.isEmpty()) {
            return new Assessment(
                    "POST_SUBSIDY", false, List.copyOf(reasons), Money.ZERO, List.of(), List.of(), steps, List.of());
        }
        var district = plan == null || plan.district() == null ? claim.district() : plan.district();
        var lawful = fit.stream().map(month -> month.paidIn(district)).toList();
        var decision = rules.decide(rule, new PostSubsidy.Facts(lawful));
        var lines = decision.result().lines();
        lines.stream().map(PostSubsidy.Line::error).filter(Objects::nonNull).forEach(reasons::add);
        var once = lines.stream()
                .filter(line -> line.error() == null)
                .map(line -> mark(post, line.month().toString()))
                .toList();
        var total = barred ? Money.ZERO : decision.result().total();
        return Assessment.of(decision, total.isPositive(), List.copyOf(reasons), total)
                .once(once)
                .after(steps);
    }

    private boolean fits(
            String id,
            Claim.Post post,
            PostSubsidy.Month month,
            @Nullable PostPlan plan,
            LocalDate on,
            Set<String> reasons,
            List<RuleContext.Step> steps) {
        boolean over = step(
                steps,
                "the month is over",
                on,
                month.month(),
                month.month().atEndOfMonth().isBefore(on));
        int most = plan == null ? month.month().lengthOfMonth() : plan.daysIn(month.month());
        boolean inPost =
                step(steps, "days within the plan of the post", most, month.daysInPost(), month.daysInPost() <= most);
        boolean first = !uniqueness.takenByAnother(mark(post, month.month().toString()), id);
        step(steps, "the month is granted for the first time", true, first, first);
        if (!over) {
            reasons.add("MONTH_NOT_OVER");
        }
        if (!inPost) {
            reasons.add("DAYS_NOT_IN_POST");
        }
        if (!first) {
            reasons.add("MONTH_ALREADY_GRANTED");
        }
        return over && inPost && first;
    }

    private static boolean step(
            List<RuleContext.Step> steps, String what, Object required, Object found, boolean holds) {
        steps.add(new RuleContext.Step("measure 2", what, String.valueOf(required), String.valueOf(found), holds));
        return holds;
    }

    private static String mark(Claim.Post post, String month) {
        return "POST:" + post.postId() + ':' + month;
    }
}
