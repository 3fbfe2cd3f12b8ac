package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.wage.register.Deadlines;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Until when labour capability is appraised and appraised again (劳动能力鉴定期限); 工伤保险条例 art. 25, 26.
@PolicyRule(
        id = "CAPABILITY",
        measure = "M16",
        zh = "劳动能力鉴定期限",
        en = "Deadlines of a capability appraisal",
        clause = "工伤保险条例 art. 25, 26")
public final class CapabilityDeadlines implements Rule<CapabilityDeadlines.Facts, CapabilityDeadlines.Finding> {

    public record Facts(LocalDate submittedOn, @Nullable LocalDate conclusionReceivedOn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            LocalDate concludeBy,
            LocalDate concludeByIfExtended,
            @Nullable LocalDate reappraisalBy) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        return compute(facts, context, context.calendar()::rolled);
    }

    /// The same, also while the calendar of a later year is not published yet.
    static Finding provisional(Facts facts, RuleContext context) {
        return compute(facts, context, Deadlines.provisional(context.calendar()));
    }

    private static Finding compute(Facts facts, RuleContext context, UnaryOperator<LocalDate> rolled) {
        var figures = context.on(facts.submittedOn());
        int days = figures.integer("wage.capability.days");
        int more = figures.integer("wage.capability.extend_days");
        var by = rolled.apply(facts.submittedOn().plusDays(days));
        var extended = rolled.apply(facts.submittedOn().plusDays(days + more));
        context.step("工伤保险条例 art. 25", "concluded within days of submission", days, by, true);
        context.step("工伤保险条例 art. 25", "days in total when extended", days + more, extended, true);
        var received = facts.conclusionReceivedOn();
        if (received == null) {
            return new Finding(by, extended, null);
        }
        int again = context.on(received).integer("wage.capability.reappraisal_days");
        var reappraisal = rolled.apply(received.plusDays(again));
        context.step("工伤保险条例 art. 26", "asked again within days of receipt", again, reappraisal, true);
        return new Finding(by, extended, reappraisal);
    }
}
