package cn.sanming.migrant.community.venue;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Public venues are free of charge (免费开放).
@PolicyRule(id = "FREE_OPENING", measure = "M12", zh = "公共文化设施免费开放", en = "Free opening", clause = "measure 12: 免费对外开放")
public final class FreeOpening implements Rule<FreeOpening.Facts, FreeOpening.Finding> {

    public record Facts(@Nullable String venue, Money price) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(boolean accepted, @Nullable String error) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var free = context.step(
                "measure 12",
                "the price is zero",
                Money.ZERO,
                facts.price(),
                facts.price().isZero());
        return new Finding(free, free ? null : "PRICE_MUST_BE_ZERO");
    }
}
