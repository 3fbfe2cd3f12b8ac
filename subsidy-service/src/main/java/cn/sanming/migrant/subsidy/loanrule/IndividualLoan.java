package cn.sanming.migrant.subsidy.loanrule;

import cn.sanming.migrant.platform.reference.Figures;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How much a person or a partnership may borrow (个人创业担保贷款额度): 200,000 each, a tenth more for partners, never above
/// the ceiling of small enterprises; measure 4.
@PolicyRule(
        id = "LOAN_INDIVIDUAL",
        measure = "M04",
        zh = "个人创业担保贷款额度",
        en = "How much a person or a partnership may borrow",
        clause = "measure 4: 最高不超过20万元")
public final class IndividualLoan implements Rule<IndividualLoan.Facts, IndividualLoan.Finding> {

    public record Facts(
            Money requested,
            @Nullable @Positive Integer eligiblePartners,
            @Nullable Money bankDecision,
            @Nullable LocalDate applicationDate) {}

    public record Finding(Money maximum, Money approved) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var on = facts.applicationDate() == null ? context.today() : facts.applicationDate();
        var figures = context.on(on);
        int partners = facts.eligiblePartners() == null ? 1 : facts.eligiblePartners();
        var maximum = maximum(partners, figures);
        var approved = facts.requested().min(maximum);
        if (facts.bankDecision() != null) {
            approved = approved.min(facts.bankDecision());
        }
        context.step(
                "measure 4",
                "the loan stays within the ceiling",
                maximum,
                facts.requested(),
                facts.requested().atMost(maximum));
        return new Finding(maximum, approved);
    }

    private static Money maximum(int partners, Figures figures) {
        var each = figures.money("loan.individual.cap");
        if (partners == 1) {
            return each;
        }
        var uplift = BigDecimal.ONE.add(figures.decimal("loan.individual.partner_uplift"));
        var together =
                Money.of(each.amount().multiply(BigDecimal.valueOf(partners)).multiply(uplift));
        return together.min(figures.money("loan.small.cap"));
    }
}
