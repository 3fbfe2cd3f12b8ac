package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import org.jspecify.annotations.Nullable;

/// Who pays arrears first (清偿责任): owner, general contractor or employer; 支付条例 art. 18, 19, 29, 30, 36.
@PolicyRule(
        id = "LIABILITY_ORDER",
        measure = "M15",
        zh = "拖欠工资清偿顺序",
        en = "Who pays arrears, in which order",
        clause = "支付条例 art. 18, 19, 29, 30, 36")
public final class LiabilityOrder implements Rule<LiabilityOrder.Facts, LiabilityOrder.Finding> {

    /// Whose workers were not paid. `EMPLOYER` stands outside construction.
    public enum EmployerRole {
        SUBCONTRACTOR,
        GENERAL_CONTRACTOR,
        EMPLOYER
    }

    /// Who gave the work to persons without licence, or lent its name (违法发包、挂靠).
    public enum Giver {
        OWNER,
        GENERAL_CONTRACTOR
    }

    public record Facts(
            Money arrears,
            EmployerRole employerRole,
            @Nullable Boolean causedByOwner,
            @Nullable Money ownerUnpaidProjectMoney,
            @Nullable Giver givenUnlawfullyBy) {}

    public record Finding(
            Money ownerAdvances,
            Money generalContractorPaysFirst,
            Money employerPays,
            boolean recourseAgainstEmployer) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        return switch (facts.givenUnlawfullyBy()) {
            case null -> lawful(facts, context);
            case OWNER -> {
                context.step("支付条例 art. 36", "work given to a licensed unit", true, false, false);
                yield new Finding(facts.arrears(), Money.ZERO, Money.ZERO, true);
            }
            case GENERAL_CONTRACTOR -> {
                context.step("支付条例 art. 19, 36", "work given to a licensed unit", true, false, false);
                yield new Finding(Money.ZERO, facts.arrears(), Money.ZERO, true);
            }
        };
    }

    private static Finding lawful(Facts facts, RuleContext context) {
        boolean ownerLate = Boolean.TRUE.equals(facts.causedByOwner());
        var unpaid = facts.ownerUnpaidProjectMoney() == null ? Money.ZERO : facts.ownerUnpaidProjectMoney();
        context.step("支付条例 art. 29", "the owner paid the project money in time", true, !ownerLate, !ownerLate);
        var owner = ownerLate ? facts.arrears().min(unpaid) : Money.ZERO;
        var rest = facts.arrears().minus(owner);
        return switch (facts.employerRole()) {
            case SUBCONTRACTOR -> {
                context.step("支付条例 art. 30", "the general contractor pays first and has recourse", rest, rest, true);
                yield new Finding(owner, rest, Money.ZERO, rest.isPositive());
            }
            case GENERAL_CONTRACTOR, EMPLOYER -> new Finding(owner, Money.ZERO, rest, false);
        };
    }
}
