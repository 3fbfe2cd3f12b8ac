package cn.sanming.migrant.gateway.reference;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;

/// The last day of a period of working days (工作日); the day it starts from is not counted.
@PolicyRule(
        id = "WORKING_DAYS",
        measure = "M00",
        zh = "工作日期限计算",
        en = "Deadline in working days",
        clause = "民法典第二百零一条；国务院办公厅节假日安排通知")
final class WorkingDays implements Rule<WorkingDays.Facts, WorkingDays.Finding> {

    record Facts(LocalDate from, @Min(0) @Max(1000) int workingDays) {}

    record Finding(LocalDate deadline) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var deadline = context.calendar().workingDaysAfter(facts.from(), facts.workingDays());
        context.step(
                "民法典第二百零一条",
                "the first day is not counted; days off and make-up working days follow the yearly notice",
                facts.workingDays() + " working days after " + facts.from(),
                deadline,
                true);
        return new Finding(deadline);
    }
}
