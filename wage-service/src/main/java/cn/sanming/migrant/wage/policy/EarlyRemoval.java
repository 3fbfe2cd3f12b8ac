package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether a listed employer may ask to be removed early (提前移出): six months after it corrected itself, and it has
/// kept clean since; Order 45.
@PolicyRule(
        id = "EARLY_REMOVAL",
        measure = "M15",
        zh = "提前移出失信联合惩戒名单",
        en = "Early removal from the list",
        clause = "Order 45")
public final class EarlyRemoval implements Rule<EarlyRemoval.Facts, EarlyRemoval.Finding> {

    private static final String CLAUSE = "Order 45";

    /// @param criminalProceedings running, or ended with a conviction
    public record Facts(
            LocalDate listedOn,
            LocalDate correctedOn,
            @Nullable Boolean commitment,
            LocalDate requestOn,
            @Nullable Boolean newArrearsWhileListed,
            @Nullable Boolean criminalProceedings) {}

    public record Finding(LocalDate earlyRemovalFrom, boolean admissible) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var from = earliest(facts.listedOn(), facts.correctedOn(), context);
        boolean late = !facts.requestOn().isBefore(from);
        boolean committed = Boolean.TRUE.equals(facts.commitment());
        boolean clean = !Boolean.TRUE.equals(facts.newArrearsWhileListed());
        boolean free = !Boolean.TRUE.equals(facts.criminalProceedings());
        // every step is taken, so that the trace shows all that is missing
        boolean admissible = context.step(CLAUSE, "requested on or after", from, facts.requestOn(), late)
                & context.step(CLAUSE, "written commitment given", true, committed, committed)
                & context.step(CLAUSE, "no new arrears while listed", true, clean, clean)
                & context.step(CLAUSE, "no criminal proceedings or conviction", true, free, free);
        return new Finding(from, admissible);
    }

    static LocalDate earliest(LocalDate listedOn, LocalDate correctedOn, RuleContext context) {
        var since = correctedOn.isAfter(listedOn) ? correctedOn : listedOn;
        int months = context.on(listedOn).integer("wage.blacklist.early_months");
        var from = Dates.addMonths(since, months);
        context.step(CLAUSE, "months after correction and listing", months, from, true);
        return from;
    }
}
