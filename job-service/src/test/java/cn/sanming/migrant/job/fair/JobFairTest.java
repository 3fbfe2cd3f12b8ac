package cn.sanming.migrant.job.fair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JobFairTest {

    private static final CommandContext DAY = CommandContext.ofSystem(Instant.parse("2024-02-19T15:59:59Z"));
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 19);
    private static final String UNCLE = "91350404MA0FJM012Y";

    private static JobFair fair(String venue) {
        return JobFair.planned(
                new FairPlan("春风行动", FairKind.SPRING_BREEZE, "350404", TODAY, TODAY.plusDays(1), venue, false), DAY);
    }

    private static FairFigures figures(int employers) {
        return new FairFigures(employers, 10, 20, 5);
    }

    @Test
    void isAnnouncedOnlyWithAPlaceOrAnAddress() {
        assertThat(fair(null).announce(DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(fair(" ").announce(DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(fair("列东广场").announce(DAY)).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void isHeldOnADayThatHasComeWithAtLeastOneEmployer() {
        var fair = fair("列东广场");
        assertThat(fair.hold(TODAY.plusDays(1), figures(1), DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(fair.hold(TODAY, figures(0), DAY)).isInstanceOf(Verdict.Refused.class);
        assertThat(fair.file().outbox().pending()).isEmpty();
        assertThat(fair.hold(TODAY, figures(1), DAY)).isInstanceOf(Verdict.Granted.class);
        assertThat(fair.file().outbox().pending().stream().map(PendingEvent::type))
                .containsExactly("job.fair.held");
    }

    @Test
    void givesNoStandToAListedEmployerAndTakesAwayTheOneItHad() {
        var fair = fair("列东广场");
        assertThat(fair.book(UNCLE, 3, true)).isInstanceOf(Verdict.Refused.class);
        assertThat(fair.book(UNCLE, 3, false)).isInstanceOf(Verdict.Granted.class);
        fair.book(UNCLE, 5, false);
        assertThat(fair.admitted()).containsExactly(new JobFair.Stand(UNCLE, 5, false));
        fair.exclude(UNCLE, true);
        assertThat(fair.admitted()).isEmpty();
        fair.exclude(UNCLE, false);
        assertThat(fair.admitted()).hasSize(1);
    }
}
