package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Twenty fairs a year (20场以上) in the weeks of return: held, of a kind that counts, begun inside the window; 20
/// itself suffices. A fair of several days is one fair.
@PolicyRule(
        id = "JOB_FAIR_TARGET",
        measure = "M01",
        zh = "集中返乡期间招聘活动场次目标",
        en = "Target of job fairs in the return period",
        clause = "measure 1: 每年20场（次）以上")
final class JobFairTarget implements Rule<JobFairTarget.Facts, JobFairTarget.Finding> {

    private static final String CLAUSE = "measure 1";

    record Facts(int year, List<Fair> fairs) {}

    /// @param times how many fairs this row stands for; one if nothing is said
    record Fair(
            FairKind kind,
            FairState state,
            LocalDate firstDay,
            @Nullable Integer times) {}

    record Finding(int count, int target, boolean met) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(LocalDate.of(facts.year(), 12, 31));
        int target = figures.integer("job.fairs.annual_target");
        var window = figures.text("job.fairs.window").split("\\.\\.");
        var from = MonthDay.parse("--" + window[0].strip());
        var to = MonthDay.parse("--" + window[1].strip());
        int count = facts.fairs().stream()
                .filter(fair -> fair.kind().counts() && fair.state().tookPlace())
                .filter(fair -> fair.firstDay().getYear() == facts.year())
                .filter(fair -> inside(MonthDay.from(fair.firstDay()), from, to))
                .mapToInt(fair -> fair.times() == null ? 1 : fair.times())
                .sum();
        var met = context.step(CLAUSE, "fairs held in the return period", target, count, count >= target);
        return new Finding(count, target, met);
    }

    private static boolean inside(MonthDay day, MonthDay from, MonthDay to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
