package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an employer that defaulted an order to pay owes on top (加付赔偿金): half to all of the wages; 劳动合同法 art. 85.
@PolicyRule(
        id = "DAMAGES",
        measure = "M15",
        zh = "加付赔偿金",
        en = "Damages on top of unpaid wages",
        clause = "劳动合同法 art. 85")
public final class Damages implements Rule<Damages.Facts, Damages.Finding> {

    public static final String OUTSIDE = "RATE_OUTSIDE_50_TO_100_PERCENT";

    /// @param on the day of the decision, today if nothing is said
    public record Facts(
            Money amountDue, BigDecimal rate, @Nullable LocalDate on) {

        public Facts(Money amountDue, BigDecimal rate) {
            this(amountDue, rate, null);
        }
    }

    public record Finding(boolean accepted, List<String> reasons, Money damages) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.on() == null ? context.today() : facts.on());
        var least = figures.decimal("wage.damages.min");
        var most = figures.decimal("wage.damages.max");
        boolean within = context.step(
                "劳动合同法 art. 85",
                "rate within the limits, both included",
                least + ".." + most,
                facts.rate(),
                facts.rate().compareTo(least) >= 0 && facts.rate().compareTo(most) <= 0);
        return within
                ? new Finding(true, List.of(), facts.amountDue().times(facts.rate()))
                : new Finding(false, List.of(OUTSIDE), Money.ZERO);
    }
}
