package cn.sanming.migrant.wage.insurance;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether a project is insured against work injury when it starts, and the premium (先参保、再开工); M16.4.
@PolicyRule(
        id = "PROJECT_INSURANCE",
        measure = "M16",
        zh = "工程建设项目工伤保险",
        en = "Work-injury insurance of a construction project",
        clause = "M16.4, 工伤保险条例 art. 10")
public final class InsuredStart implements Rule<InsuredStart.Facts, InsuredStart.Finding> {

    public static final String NOT_INSURED = "PROJECT_NOT_INSURED";

    /// @param insuredTo the last insured day; none means open
    public record Facts(
            Money contractPrice,
            LocalDate startOn,
            @Nullable LocalDate insuredFrom,
            @Nullable LocalDate insuredTo) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(
            Money premium, boolean startAllowed, @Nullable String error) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var rate = context.on(facts.startOn()).decimal("wage.insurance.project_rate");
        var from = facts.insuredFrom();
        var to = facts.insuredTo();
        boolean begun = context.step(
                "M16.4",
                "insured on or before the start",
                facts.startOn(),
                from,
                from != null && !from.isAfter(facts.startOn()));
        boolean lasts = context.step(
                "M16.4", "insured through the start", facts.startOn(), to, to == null || !to.isBefore(facts.startOn()));
        return new Finding(facts.contractPrice().times(rate), begun && lasts, begun && lasts ? null : NOT_INSURED);
    }
}
