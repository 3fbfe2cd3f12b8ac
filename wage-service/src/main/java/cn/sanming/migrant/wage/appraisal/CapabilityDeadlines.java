package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.rules.Grounds;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
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
    public Finding decide(Facts facts, Grounds grounds) {
        var figures = grounds.on(facts.submittedOn());
        var calendar = grounds.calendar();
        int days = figures.integer("wage.capability.days");
        int more = figures.integer("wage.capability.extend_days");
        var by = calendar.calendarDaysAfter(facts.submittedOn(), days);
        var extended = calendar.calendarDaysAfter(facts.submittedOn(), days + more);
        grounds.step("工伤保险条例 art. 25", "concluded within days of submission", days, by, true);
        grounds.step("工伤保险条例 art. 25", "days in total when extended", days + more, extended, true);
        var received = facts.conclusionReceivedOn();
        if (received == null) {
            return new Finding(by, extended, null);
        }
        int again = grounds.on(received).integer("wage.capability.reappraisal_days");
        var reappraisal = calendar.calendarDaysAfter(received, again);
        grounds.step("工伤保险条例 art. 26", "asked again within days of receipt", again, reappraisal, true);
        return new Finding(by, extended, reappraisal);
    }
}
