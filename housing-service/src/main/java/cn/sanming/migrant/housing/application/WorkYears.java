package cn.sanming.migrant.housing.application;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Three years of work in Sanming (在明工作满3年): all employed days, gaps taken out, moved up to the day of application.
@PolicyRule(
        id = "PRH_WORK_YEARS",
        measure = "M09",
        zh = "在明工作满三年",
        en = "Three years of work in Sanming",
        clause = "measure 9: 在明工作满3年")
public final class WorkYears implements Rule<WorkYears.Facts, WorkYears.Finding> {

    /// A job: from its first day to the day after its last; `to` is open while it lasts.
    public record Job(LocalDate from, @Nullable LocalDate to) {}

    public record Facts(List<Job> employmentInSanming, LocalDate applicationDate) {}

    public record Finding(boolean eligible, long daysWorked, LocalDate virtualStart) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var applied = facts.applicationDate();
        long days = daysWorked(facts.employmentInSanming(), applied);
        var start = applied.minusDays(days);
        int years = context.on(applied).integer("housing.prh.work_years");
        var reached = Dates.addYears(start, years);
        var eligible = days > 0
                && context.step(
                        "measure 9",
                        "the work done in Sanming, without gaps, reaches " + years + " years by the application",
                        applied,
                        reached,
                        !reached.isAfter(applied));
        return new Finding(eligible, days, start);
    }

    private static long daysWorked(List<Job> jobs, LocalDate until) {
        long days = 0;
        var covered = LocalDate.MIN;
        for (var job : jobs.stream().sorted(Comparator.comparing(Job::from)).toList()) {
            var from = job.from().isAfter(covered) ? job.from() : covered;
            var to = job.to() == null || job.to().isAfter(until) ? until : job.to();
            if (to.isAfter(from)) {
                days += ChronoUnit.DAYS.between(from, to);
                covered = to;
            }
        }
        return days;
    }
}
