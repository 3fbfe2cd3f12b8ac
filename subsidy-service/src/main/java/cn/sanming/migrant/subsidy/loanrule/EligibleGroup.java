package cn.sanming.migrant.subsidy.loanrule;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.policy.Checks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may have a guaranteed loan (创业担保贷款对象): one of ten groups, and no other loans but small consumer ones;
/// 财金〔2023〕75号.
@PolicyRule(
        id = "LOAN_ELIGIBLE_GROUP",
        measure = "M04",
        zh = "创业担保贷款对象",
        en = "Who may have a guaranteed loan",
        clause = "财金〔2023〕75号")
public final class EligibleGroup implements Rule<EligibleGroup.Facts, EligibleGroup.Finding> {

    public static final Set<String> GROUPS = Set.of(
            "REGISTERED_UNEMPLOYED",
            "HARDSHIP",
            "VETERAN",
            "RELEASED_PRISONER",
            "GRADUATE",
            "OVERCAPACITY_WORKER",
            "RETURNING_MIGRANT_WORKER",
            "ONLINE_SELLER",
            "LIFTED_FROM_POVERTY",
            "RURAL_ENTREPRENEUR");

    /// @param otherLoans loans that are neither student, poverty-relief, home, car nor consumer loans
    public record Facts(
            String group,
            @Nullable Money otherConsumerLoansOfBorrowerAndSpouse,
            @Nullable Money otherLoans,
            @Nullable LocalDate applicationDate) {}

    public record Finding(boolean eligible, List<String> reasons) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.applicationDate() == null ? context.today() : facts.applicationDate();
        var limit = context.on(on).money("loan.group.consumer_loans_max");
        var consumer = orZero(facts.otherConsumerLoansOfBorrowerAndSpouse());
        var others = orZero(facts.otherLoans());
        var checks = new Checks(context)
                .that(
                        "NOT_IN_ELIGIBLE_GROUP",
                        "财金〔2023〕75号",
                        GROUPS.stream().sorted().toList(),
                        facts.group(),
                        GROUPS.contains(facts.group()))
                .that(
                        "OTHER_LOANS",
                        "财金〔2023〕75号",
                        limit,
                        consumer.plus(others),
                        consumer.atMost(limit) && others.isZero());
        return new Finding(checks.hold(), checks.failed());
    }

    private static Money orZero(@Nullable Money amount) {
        return amount == null ? Money.ZERO : amount;
    }
}
