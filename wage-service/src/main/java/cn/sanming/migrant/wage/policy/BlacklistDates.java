package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days of a listing (失信惩戒名单期限): objection, decision, end, earliest removal; Order 45.
@PolicyRule(id = "BLACKLIST_DATES", measure = "M15", zh = "失信联合惩戒名单期限", en = "Dates of a listing", clause = "Order 45")
public final class BlacklistDates implements Rule<BlacklistDates.Facts, BlacklistDates.Finding> {

    private static final String CLAUSE = "Order 45";

    public record Facts(
            LocalDate orderDueOn,
            @Nullable LocalDate noticeServedOn,
            @Nullable LocalDate listedOn,
            @Nullable LocalDate correctedOn) {}

    /// What cannot be said yet is left out.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            @Nullable LocalDate objectionUntil,
            LocalDate decideBy,
            LocalDate decideByIfExtended,
            @Nullable LocalDate listedUntil,
            @Nullable LocalDate earlyRemovalFrom) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.orderDueOn());
        var calendar = context.calendar();
        var served = facts.noticeServedOn();
        var listed = facts.listedOn();
        int days = figures.integer("wage.blacklist.decide_wd");
        var decideBy = calendar.workingDaysAfter(facts.orderDueOn(), days);
        var extended = calendar.workingDaysAfter(facts.orderDueOn(), 2 * days);
        context.step(CLAUSE, "decision after the order expired, in working days", days, decideBy, true);
        context.step(CLAUSE, "extended once by as many", 2 * days, extended, true);
        LocalDate objectionUntil = null;
        if (served != null) {
            int window = context.on(served).integer("wage.blacklist.objection_wd");
            objectionUntil = calendar.workingDaysAfter(served, window);
            context.step(CLAUSE, "objection after service, in working days", window, objectionUntil, true);
        }
        LocalDate until = null;
        if (listed != null) {
            int years = context.on(listed).integer("wage.blacklist.years");
            until = Dates.addYears(listed, years);
            context.step(CLAUSE, "listed for years from the decision", years, until, true);
        }
        var early = listed == null || facts.correctedOn() == null
                ? null
                : EarlyRemoval.earliest(listed, facts.correctedOn(), context);
        return new Finding(objectionUntil, decideBy, extended, until, early);
    }
}
