package cn.sanming.migrant.legalaid.arbitration;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which awards are final (一裁终局): every item is of the named kinds and, for itself, at most twelve monthly minimum
/// wages; or the whole dispute is about labour standards. A final award takes effect at once.
@PolicyRule(id = "FINAL_AWARD", measure = "M17", zh = "终局裁决", en = "Final awards", clause = "调解仲裁法第47条；法释〔2020〕26号第19条")
public final class FinalAward implements Rule<FinalAward.Facts, FinalAward.Finding> {

    public record Item(ClaimKind kind, Money amount) {}

    /// @param labourStandards the whole dispute is about working time, leave or insurance (art. 47 (2))
    public record Facts(
            List<Item> items,
            Money localMinimumWage,
            @Nullable Boolean labourStandards) {}

    /// @param limitPerItem what one item may come to; the items are not added
    public record Finding(
            Money limitPerItem, @JsonProperty("final") boolean isFinal) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        if (facts.items().isEmpty()) {
            throw new UnfitFacts(Reason.at("/items", "REQUIRED"));
        }
        var figures = context.on(context.today());
        var limit = facts.localMinimumWage().times(figures.integer("dispute.final_months"));
        if (Boolean.TRUE.equals(facts.labourStandards())) {
            context.step("调解仲裁法第47条第2项", "the whole dispute is about labour standards", true, true, true);
            return new Finding(limit, true);
        }
        boolean all = true;
        for (var item : facts.items()) {
            boolean kind = context.step(
                    "调解仲裁法第47条第1项",
                    "the item is of a kind that may be final",
                    true,
                    item.kind(),
                    item.kind().mayBeFinal());
            boolean small = context.step(
                    "法释〔2020〕26号第19条",
                    "the item for itself is at most",
                    limit,
                    item.amount(),
                    item.amount().atMost(limit));
            all = all && kind && small;
        }
        return new Finding(limit, all);
    }
}
