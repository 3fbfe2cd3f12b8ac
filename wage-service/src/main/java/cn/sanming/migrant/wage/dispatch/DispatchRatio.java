package cn.sanming.migrant.wage.dispatch;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How many dispatched workers an employer may use (劳务派遣用工比例): at most one in ten; 劳务派遣暂行规定 art. 4.
@PolicyRule(
        id = "DISPATCH_RATIO",
        measure = "M14",
        zh = "劳务派遣用工比例",
        en = "Share of dispatched workers",
        clause = "劳务派遣暂行规定 art. 4")
public final class DispatchRatio implements Rule<DispatchRatio.Facts, DispatchRatio.Finding> {

    public record Facts(
            @PositiveOrZero int directEmployees,
            @PositiveOrZero int dispatchedWorkers,
            @Nullable LocalDate asOf) {}

    public record Finding(int total, boolean compliant, int maximumDispatchedForThisDirectHeadcount) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var share = context.on(facts.asOf() == null ? context.today() : facts.asOf())
                .decimal("wage.dispatch.max_ratio");
        int total = Math.addExact(facts.directEmployees(), facts.dispatchedWorkers());
        var allowed = share.multiply(BigDecimal.valueOf(total));
        boolean compliant = context.step(
                "劳务派遣暂行规定 art. 4",
                "dispatched workers of all, this share included",
                allowed,
                facts.dispatchedWorkers(),
                BigDecimal.valueOf(facts.dispatchedWorkers()).compareTo(allowed) <= 0);
        return new Finding(total, compliant, maximum(facts.directEmployees(), share));
    }

    /// `d / (direct + d) <= share` holds up to `direct * share / (1 - share)`.
    private static int maximum(int direct, BigDecimal share) {
        var others = BigDecimal.ONE.subtract(share);
        if (others.signum() <= 0) {
            throw new IllegalArgumentException("the share of dispatched workers must be below one");
        }
        return BigDecimal.valueOf(direct)
                .multiply(share)
                .divide(others, 0, RoundingMode.FLOOR)
                .intValueExact();
    }
}
