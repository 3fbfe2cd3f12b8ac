package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When aid may come before the formalities (先行提供法律援助): less than seven days (不足七日) are left of the limitation, or
/// preservation or advance enforcement is needed at once.
@PolicyRule(
        id = "LEGAL_AID_URGENT",
        measure = "M18",
        zh = "先行提供法律援助",
        en = "Aid in advance of the formalities",
        clause = "法律援助法第44条")
public final class LegalAidUrgent implements Rule<LegalAidUrgent.Facts, LegalAidUrgent.Finding> {

    public record Facts(
            @Nullable LocalDate limitationLastDay,
            @Nullable LocalDate today,
            @Nullable Boolean preservationNeeded,
            @Nullable Boolean advanceEnforcementNeeded) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(@Nullable Long daysLeft, boolean mayProvideInAdvance) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var today = facts.today() == null ? context.today() : facts.today();
        int limit = context.on(today).integer("legalaid.urgent_days");
        var lastDay = facts.limitationLastDay();
        var left = lastDay == null ? null : ChronoUnit.DAYS.between(today, lastDay);
        boolean running = left != null && left < limit;
        context.step("法律援助法第44条第1项", "fewer days than these are left of the limitation", limit, left, running);
        boolean atOnce = Boolean.TRUE.equals(facts.preservationNeeded())
                || Boolean.TRUE.equals(facts.advanceEnforcementNeeded());
        context.step("法律援助法第44条第2项", "preservation or advance enforcement is needed at once", true, atOnce, atOnce);
        return new Finding(left, running || atOnce);
    }
}
