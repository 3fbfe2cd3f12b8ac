package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a project department scored enough to be publicised as free of arrears (无欠薪项目部); measure M15.2.
@PolicyRule(
        id = "NO_ARREARS_SCORE",
        measure = "M15",
        zh = "无欠薪项目部评分",
        en = "Score of a project department without arrears",
        clause = "M15.2")
public final class NoArrearsScore implements Rule<NoArrearsScore.Facts, NoArrearsScore.Finding> {

    /// The eight criteria and the most points each can bring; one hundred together.
    public enum Criterion {
        CONTRACTS_AND_REAL_NAME(20),
        SPECIAL_ACCOUNT(15),
        PAYMENT_BY_GENERAL_CONTRACTOR(15),
        DEPOSIT(10),
        NOTICE_BOARD(10),
        LABOUR_OFFICER(10),
        LEDGER(10),
        NO_ARREARS_NO_COMPLAINT(10);

        private final int most;

        Criterion(int most) {
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    public record Mark(Criterion criterion, BigDecimal points) {}

    /// Either the score, or the marks it is the sum of.
    public record Facts(
            @Nullable BigDecimal score,
            @Nullable List<Mark> marks,
            @Nullable LocalDate on) {

        public Facts(BigDecimal score, LocalDate on) {
            this(score, null, on);
        }
    }

    public record Finding(boolean mayPublicise) {}

    /// The sum of the marks. A criterion without a mark brings nothing.
    ///
    /// @throws UnfitFacts where a criterion is marked twice or beyond its points
    public static BigDecimal total(List<Mark> marks) {
        var faults = new ArrayList<Reason>();
        var seen = EnumSet.noneOf(Criterion.class);
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            int most = mark.criterion().most();
            if (!seen.add(mark.criterion())) {
                faults.add(Reason.at("/marks/" + i + "/criterion", "MARKED_TWICE"));
            }
            if (mark.points().signum() < 0 || mark.points().compareTo(BigDecimal.valueOf(most)) > 0) {
                faults.add(Reason.at("/marks/" + i + "/points", "POINTS_OUT_OF_RANGE")
                        .required("0.." + most, mark.points()));
            }
        }
        if (!faults.isEmpty()) {
            throw new UnfitFacts(faults.toArray(Reason[]::new));
        }
        return marks.stream().map(Mark::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var score = score(facts);
        var least =
                context.on(facts.on() == null ? context.today() : facts.on()).decimal("wage.noarrears.min_score");
        return new Finding(context.step("M15.2", "joint score of at least", least, score, score.compareTo(least) >= 0));
    }

    private static BigDecimal score(Facts facts) {
        if (facts.marks() != null) {
            return total(facts.marks());
        }
        if (facts.score() == null) {
            throw new UnfitFacts(Reason.at("/score", "REQUIRED"), Reason.at("/marks", "REQUIRED"));
        }
        return facts.score();
    }
}
