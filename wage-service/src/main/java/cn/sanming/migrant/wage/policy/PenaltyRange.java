package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether a fine (罚款) is within the law, and may be imposed at all: only after an order to correct expired; 支付条例
/// art. 54 to 57.
@PolicyRule(
        id = "PENALTY_RANGE",
        measure = "M15",
        zh = "罚款幅度",
        en = "Range of a fine",
        clause = "支付条例 art. 54, 55, 56, 57")
public final class PenaltyRange implements Rule<PenaltyRange.Facts, PenaltyRange.Finding> {

    /// Who is fined: the unit (单位), or the persons responsible (法定代表人、主要负责人和其他直接责任人员).
    public enum Fined {
        UNIT,
        RESPONSIBLE_PERSON
    }

    /// @param on the day of the decision, today if nothing is said
    public record Facts(
            String article,
            @Nullable Boolean correctedInTime,
            Money fine,
            @Nullable Fined fined,
            @Nullable LocalDate on) {}

    public record Finding(boolean accepted, Money minimum, Money maximum) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.on() == null ? context.today() : facts.on());
        var range = "wage.penalty." + range(facts);
        var least = figures.money(range + "_min");
        var most = figures.money(range + "_max");
        var clause = "支付条例 art. " + facts.article();
        boolean corrected = Boolean.TRUE.equals(facts.correctedInTime());
        boolean expired = context.step(clause, "the order to correct expired", true, !corrected, !corrected);
        boolean within = context.step(
                clause,
                "fine within the limits, both included",
                least + ".." + most,
                facts.fine(),
                facts.fine().atLeast(least) && facts.fine().atMost(most));
        return new Finding(expired && within, least, most);
    }

    private static String range(Facts facts) {
        var fined = facts.fined() == null ? Fined.UNIT : facts.fined();
        return switch (facts.article()) {
            case "54" ->
                switch (fined) {
                    case UNIT -> "art54_unit";
                    case RESPONSIBLE_PERSON -> "art54_person";
                };
            case "55", "56", "57" ->
                switch (fined) {
                    case UNIT -> "art55_57_unit";
                    case RESPONSIBLE_PERSON ->
                        throw new UnfitFacts(
                                Reason.at("/fined", "NOT_IN_THIS_ARTICLE").required("UNIT", fined));
                };
            case String other ->
                throw new UnfitFacts(Reason.at("/article", "INVALID_CHOICE").required("54|55|56|57", other));
        };
    }
}
