package cn.sanming.migrant.supervision.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImplementationPlanTest {

    private final ImplementationPlan plan = new ImplementationPlan(
            "pl-1",
            CaseFile.opened("pl-1", PlanState.DRAFT, null, on("2022-01-05")),
            "SM-GSL",
            LocalDate.parse("2022-02-07"),
            "办公室",
            List.of(step("M14")));

    private static CommandContext on(String day) {
        return CommandContext.ofSystem(Instant.parse(day + "T01:00:00Z"));
    }

    private static ImplementationPlan.Step step(String measure) {
        return new ImplementationPlan.Step(measure, null, "每月自查", null);
    }

    @Test
    void namesEveryMeasureThatIsLeftOut() {
        var verdict = plan.submit(List.of("M13", "M14", "M20"), on("2022-01-10"));
        assertThat(((Verdict.Refused) verdict).refusal().reasons())
                .extracting(Reason::required)
                .containsExactly("M13", "M20");
        assertThat(plan.submittedOn()).isNull();
    }

    @Test
    void isLateOnlyAfterItsLastDay() {
        plan.submit(List.of("M14"), on("2022-02-07"));
        assertThat(plan.isLate()).isFalse();
        plan.submit(List.of("M14"), on("2022-02-08"));
        assertThat(plan.isLate()).isTrue();
    }

    @Test
    void isEditedAsADraftOnlyAndAgainInItsNextEdition() {
        plan.file().move("submit", "SUBMITTED", "UNIT_OFFICER", on("2022-01-10"), null);
        assertThat(plan.edit("办公室", List.of())).isInstanceOf(Verdict.Refused.class);
        assertThat(plan.steps()).containsExactly(step("M14"));
        plan.revise();
        plan.file().move("revise", "DRAFT", "UNIT_OFFICER", on("2022-03-01"), null);
        assertThat(plan.edit("办公室", List.of(step("M14"), step("M20")))).isEqualTo(Verdict.granted());
        assertThat(plan.edition()).isEqualTo(2);
    }
}
