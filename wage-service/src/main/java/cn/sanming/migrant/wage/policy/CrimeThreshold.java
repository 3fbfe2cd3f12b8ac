package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether unpaid wages are large in the sense of criminal law (拒不支付劳动报酬罪“数额较大”); 法释〔2013〕3号 art. 3.
@PolicyRule(
        id = "CRIME_THRESHOLD",
        measure = "M15",
        zh = "拒不支付劳动报酬罪数额标准",
        en = "Threshold of the crime of refusing to pay wages",
        clause = "法释〔2013〕3号 art. 3")
public final class CrimeThreshold implements Rule<CrimeThreshold.Facts, CrimeThreshold.Finding> {

    private static final String CLAUSE = "法释〔2013〕3号 art. 3";

    /// Workers owed the same: how many, for how many months, how much each.
    public record Workers(
            @PositiveOrZero int count, @PositiveOrZero int months, Money amountEach) {}

    /// @param on       the day the amounts were found, today if nothing is said
    /// @param district whose county's own figures count, if it has any
    public record Facts(
            List<Workers> workers,
            @Nullable LocalDate on,
            @Nullable String district) {

        public Facts(List<Workers> workers) {
            this(workers, null, null);
        }
    }

    public record Finding(boolean thresholdMet, boolean bySingleWorker, boolean byGroup, int workers, Money total) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.on() == null ? context.today() : facts.on(), facts.district());
        int months = figures.integer("wage.crime.single_months");
        var single = figures.money("wage.crime.single_amount");
        int group = figures.integer("wage.crime.group_workers");
        var amount = figures.money("wage.crime.group_amount");

        int count = facts.workers().stream().mapToInt(Workers::count).sum();
        var total =
                Money.sum(facts.workers().stream().map(each -> each.amountEach().times(each.count())));
        boolean bySingle = context.step(
                CLAUSE,
                "one worker is owed this many months and this amount",
                months + " months, " + single,
                largest(facts.workers(), months),
                facts.workers().stream()
                        .anyMatch(each -> each.count() > 0
                                && each.months() >= months
                                && each.amountEach().atLeast(single)));
        boolean byGroup = context.step(
                CLAUSE,
                "this many workers are owed this amount together",
                group + " workers, " + amount,
                count + " workers, " + total,
                count >= group && total.atLeast(amount));
        return new Finding(bySingle || byGroup, bySingle, byGroup, count, total);
    }

    private static String largest(List<Workers> workers, int months) {
        var most = workers.stream()
                .filter(each -> each.count() > 0 && each.months() >= months)
                .map(Workers::amountEach)
                .reduce(Money.ZERO, Money::max);
        return "at most " + most + " among those with " + months + " months or more";
    }
}
