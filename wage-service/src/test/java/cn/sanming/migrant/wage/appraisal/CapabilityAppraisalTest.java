package cn.sanming.migrant.wage.appraisal;

import static cn.sanming.migrant.wage.Acting.FIRM;
import static cn.sanming.migrant.wage.Acting.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Conclusion;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Panel;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Withdrawn;
import cn.sanming.migrant.wage.injury.Injuries.Injury;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CapabilityAppraisalTest {

    private static final RuleTable RULES = new RuleTable(new CapabilityDeadlines());
    private static final List<String> POOL =
            IntStream.rangeClosed(1, 20).mapToObj(number -> "E-" + number).toList();
    private static final String SEED = "00".repeat(32);

    private final CapabilityAppraisal appraisal = CapabilityAppraisal.submit(
            new Injury("ij-1", WORKER, FIRM, "350404", true), SEED, Acting.worker(WORKER, "2024-10-08"));

    private CapabilityDeadlines.Finding deadlines() {
        return CapabilityDeadlines.provisional(appraisal.facts(), RULES.book().context());
    }

    private void concluded(String receivedOn) {
        appraisal.conclude(new Conclusion(7, null), Acting.officer("HR_OFFICER", "2024-12-01"));
        appraisal.file().move("conclude", "CONCLUDED", "HR_OFFICER", Acting.officer("HR_OFFICER", "2024-12-01"), null);
        appraisal.receive(LocalDate.parse(receivedOn), Acting.officer("HR_OFFICER", "2024-12-05"));
    }

    @Test
    void drawsThreeOrFiveExpertsAndNoOtherNumber() {
        assertThat(Acting.codes(appraisal.convene(new Panel(4, null), POOL))).containsExactly("PANEL_OF_THREE_OR_FIVE");
        assertThat(Acting.codes(appraisal.convene(new Panel(5, null), POOL.subList(0, 4))))
                .containsExactly("EXPERTS_TOO_FEW");
        assertThat(Acting.codes(appraisal.convene(new Panel(5, null), POOL))).isEmpty();
        assertThat(appraisal.view(deadlines()).draw().drawn()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void drawsNobodyWhoHasWithdrawn() {
        var withdrawn = POOL.subList(3, 20).stream()
                .map(expert -> new Withdrawn(expert, "treated the worker"))
                .toList();
        appraisal.convene(new Panel(3, withdrawn), POOL);
        assertThat(appraisal.view(deadlines()).draw().drawn()).containsExactlyInAnyOrder("E-1", "E-2", "E-3");
    }

    @Test
    void canBeDrawnAgainByAnybodyWithTheSameResult() {
        appraisal.convene(new Panel(3, null), POOL);
        var draw = appraisal.view(deadlines()).draw();
        assertThat(ExpertDraw.of(draw.seed(), draw.pool().reversed(), 3)).isEqualTo(draw);
        assertThat(ExpertDraw.commitment(draw.seed()))
                .isEqualTo(appraisal.view(deadlines()).seedSha256());
    }

    @Test
    void givesEveryExpertAFairChance() {
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < 2000; i++) {
            ExpertDraw.of("seed" + i, POOL, 3).drawn().forEach(expert -> counts.merge(expert, 1, Integer::sum));
        }
        assertThat(counts).hasSize(20);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(230, 370));
    }

    @Test
    void isExtendedOnceAndInTime() {
        assertThat(appraisal.view(deadlines()).concludeBy()).isEqualTo("2024-12-09");
        assertThat(Acting.codes(appraisal.extend(deadlines(), Acting.officer("HR_OFFICER", "2024-12-10"))))
                .containsExactly("TOO_LATE_TO_EXTEND");
        assertThat(Acting.codes(appraisal.extend(deadlines(), Acting.officer("HR_OFFICER", "2024-12-09"))))
                .isEmpty();
        assertThat(appraisal.view(deadlines()).concludeBy()).isEqualTo("2025-01-06");
        assertThat(Acting.codes(appraisal.extend(deadlines(), Acting.officer("HR_OFFICER", "2024-12-09"))))
                .containsExactly("ALREADY_EXTENDED");
    }

    @Test
    void mayBeAskedForAgainThroughTheFifteenthDayAfterReceipt() {
        concluded("2024-12-02");
        assertThat(deadlines().reappraisalBy()).isEqualTo("2024-12-17");
        assertThat(Acting.codes(appraisal.reappraise(deadlines(), Acting.worker(WORKER, "2024-12-17"))))
                .isEmpty();
        assertThat(Acting.codes(appraisal.lapse(deadlines(), Acting.system("2024-12-17"))))
                .containsExactly("REAPPRAISAL_STILL_POSSIBLE");
        assertThat(Acting.codes(appraisal.reappraise(deadlines(), Acting.worker(WORKER, "2024-12-18"))))
                .containsExactly("REAPPRAISAL_DEADLINE_PASSED");
        assertThat(Acting.codes(appraisal.lapse(deadlines(), Acting.system("2024-12-18"))))
                .isEmpty();
    }

    @Test
    void neverLapsesBeforeTheConclusionWasReceived() {
        appraisal.conclude(new Conclusion(null, null), Acting.officer("HR_OFFICER", "2024-12-01"));
        assertThat(appraisal.isLapsed(deadlines(), LocalDate.of(2026, 1, 1))).isFalse();
    }

    @Test
    void isReceivedAfterItWasConcludedAndNotTomorrow() {
        appraisal.conclude(new Conclusion(7, 3), Acting.officer("HR_OFFICER", "2024-12-03"));
        appraisal.file().move("conclude", "CONCLUDED", "HR_OFFICER", Acting.officer("HR_OFFICER", "2024-12-03"), null);
        var context = Acting.officer("HR_OFFICER", "2024-12-05");
        assertThat(Acting.codes(appraisal.receive(LocalDate.of(2024, 12, 2), context)))
                .containsExactly("RECEIVED_BEFORE_CONCLUSION");
        assertThat(Acting.codes(appraisal.receive(LocalDate.of(2024, 12, 6), context)))
                .containsExactly("DATE_IN_THE_FUTURE");
        assertThat(Acting.codes(appraisal.receive(LocalDate.of(2024, 12, 5), context)))
                .isEmpty();
    }
}
