package cn.sanming.migrant.job.family;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZeroEmploymentFamilyTest {

    private static final CommandContext DAY = CommandContext.ofSystem(Instant.parse("2024-07-15T01:00:00Z"));
    private static final LocalDate DEADLINE = LocalDate.of(2024, 8, 12);

    private final ZeroEmploymentFamily family = ZeroEmploymentFamily.reported(
            new ZeroEmploymentFamily.Report(
                    "H-1",
                    "350405",
                    List.of(
                            new ZeroEmploymentFamily.Member("P-1", true, true, true, null),
                            new ZeroEmploymentFamily.Member("P-2", true, true, true, true),
                            new ZeroEmploymentFamily.Member(null, false, true, true, null)),
                    false),
            DAY);

    private static Decision<ZeroEmploymentRule.Finding> holds(boolean zero) {
        return new Decision<>("ZERO_EMPLOYMENT_FAMILY", new ZeroEmploymentRule.Finding(zero, 1), List.of(), List.of());
    }

    @Test
    void countsOnlyThoseWhoCouldWorkAndAreNoStudents() {
        assertThat(family.personIds()).containsExactly("P-1");
    }

    @Test
    void isVerifiedOnlyWhenTheRuleHoldsAndTheClockRunsFromThen() {
        assertThat(family.verify(holds(false), DEADLINE, DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(family.deadlineOn()).isNull();
        assertThat(family.verify(holds(true), DEADLINE, DAY)).isInstanceOf(Verdict.Granted.class);
        assertThat(family.deadlineOn()).isEqualTo(DEADLINE);
        assertThat(family.assistBy(" ")).isInstanceOf(Verdict.Refused.class);
        assertThat(family.assistBy("u-1")).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void startsANewClockWhenTheWorkIsLostAgain() {
        family.verify(holds(true), DEADLINE, DAY);
        family.eliminate("pl-1", DAY);
        assertThat(family.reopen(holds(false), DEADLINE.plusMonths(1))).isInstanceOf(Verdict.Refused.class);
        assertThat(family.placementId()).isEqualTo("pl-1");
        assertThat(family.reopen(holds(true), DEADLINE.plusMonths(1))).isInstanceOf(Verdict.Granted.class);
        assertThat(family.deadlineOn()).isEqualTo(DEADLINE.plusMonths(1));
        assertThat(family.eliminatedOn()).isNull();
        assertThat(family.file().outbox().pending().stream().map(PendingEvent::type))
                .containsExactly("job.zeroemployment.verified", "job.zeroemployment.eliminated");
    }
}
