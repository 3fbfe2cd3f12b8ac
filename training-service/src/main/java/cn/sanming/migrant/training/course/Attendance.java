package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who may complete a class (结业条件): 80% of the hours attended, exactly 80% suffices, and the assessment passed.
@PolicyRule(
        id = "ATTENDANCE",
        measure = "M05",
        zh = "培训出勤与结业条件",
        en = "Attendance needed to complete a class",
        clause = "measure 5")
final class Attendance implements Rule<Attendance.Facts, Attendance.Finding> {

    record Facts(
            BigDecimal hoursAttended,
            BigDecimal hoursTotal,
            boolean assessmentPassed,
            @Nullable LocalDate on) {}

    record Finding(boolean mayComplete) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        if (facts.hoursTotal().signum() <= 0 || facts.hoursAttended().signum() < 0) {
            throw new UnfitFacts(Reason.at("/hours_total", "OUT_OF_RANGE").required("> 0", facts.hoursTotal()));
        }
        var on = facts.on() == null ? context.today() : facts.on();
        var needed = context.on(on).decimal("training.attendance_min").multiply(facts.hoursTotal());
        var present = context.step(
                "measure 5",
                "enough hours attended",
                needed.toPlainString(),
                facts.hoursAttended(),
                facts.hoursAttended().compareTo(needed) >= 0);
        var passed = context.step(
                "measure 5", "assessment passed", true, facts.assessmentPassed(), facts.assessmentPassed());
        return new Finding(present && passed);
    }
}
