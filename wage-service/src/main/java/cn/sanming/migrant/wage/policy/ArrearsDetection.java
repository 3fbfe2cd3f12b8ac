package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How late unpaid wages are (欠薪预警): calendar days after the effective due date, and the level they have reached;
/// 支付条例 art. 12, 14.
@PolicyRule(
        id = "ARREARS_DETECTION",
        measure = "M15",
        zh = "欠薪预警等级",
        en = "Arrears and their alert level",
        clause = "支付条例 art. 12, 14")
public final class ArrearsDetection implements Rule<ArrearsDetection.Facts, ArrearsDetection.Finding> {

    private static final String CLAUSE = "支付条例 art. 12, 14";

    /// From harmless to grave.
    public enum Level {
        NONE,
        YELLOW,
        ORANGE,
        RED
    }

    /// @param forceMajeure an officer recorded force majeure (不可抗力), which stops the alert
    public record Facts(
            LocalDate nominalPayday,
            @Nullable LocalDate asOf,
            @Nullable Boolean forceMajeure) {

        public Facts(LocalDate nominalPayday, @Nullable LocalDate asOf) {
            this(nominalPayday, asOf, null);
        }
    }

    public record Finding(LocalDate effectiveDueDate, int daysLate, Level level) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var asOf = facts.asOf() == null ? context.today() : facts.asOf();
        var due = context.calendar().previousWorkingDay(facts.nominalPayday());
        int late = (int) Math.max(0, ChronoUnit.DAYS.between(due, asOf));
        var level = Level.NONE;
        for (var row : context.on(asOf).list("wage.arrears.levels")) {
            var reached = Level.valueOf(row.substring(0, row.indexOf(' ')));
            int from = Integer.parseInt(row.substring(row.indexOf(' ') + 1).strip());
            if (context.step(CLAUSE, "level " + reached + " begins at this many days late", from, late, late >= from)
                    && reached.compareTo(level) > 0) {
                level = reached;
            }
        }
        if (Boolean.TRUE.equals(facts.forceMajeure())) {
            context.step("支付条例 art. 14", "force majeure stops the alert", false, true, false);
            level = Level.NONE;
        }
        return new Finding(due, late, level);
    }
}
