package cn.sanming.migrant.training.course;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Person-times of training in a year (培训人次): each migrant worker once per class completed; drop-outs, failures and
/// start-up classes do not count; measure 5.
@PolicyRule(
        id = "TRAINING_COUNT",
        measure = "M05",
        zh = "年度培训人次",
        en = "Person-times of training in a year",
        clause = "measure 5: 每年完成技能培训5000人次以上")
final class TrainingCount implements Rule<TrainingCount.Facts, TrainingCount.Finding> {

    record Facts(int year, List<Enrolment> enrolments) {}

    record Enrolment(
            String person,
            @JsonProperty("class") String course,
            ClassKind kind,
            String state,
            @Nullable LocalDate completedOn,
            boolean migrant) {

        boolean countsIn(int year) {
            return migrant
                    && kind.counts()
                    && state.equals("COMPLETED")
                    && completedOn != null
                    && completedOn.getYear() == year;
        }
    }

    private record PersonAndClass(String person, String course) {}

    record Finding(int personTimes) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int count = (int) facts.enrolments().stream()
                .filter(enrolment -> enrolment.countsIn(facts.year()))
                .map(enrolment -> new PersonAndClass(enrolment.person(), enrolment.course()))
                .distinct()
                .count();
        int target = context.on(LocalDate.of(facts.year(), 12, 31)).integer("training.annual_target");
        context.step("measure 5", "person-times of the year", target, count, count >= target);
        return new Finding(count);
    }
}
