package cn.sanming.migrant.community.activity;

import static cn.sanming.migrant.community.Acting.events;
import static cn.sanming.migrant.community.Acting.granted;
import static cn.sanming.migrant.community.Acting.moved;
import static cn.sanming.migrant.community.Acting.on;
import static cn.sanming.migrant.community.Acting.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.test.RuleTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The life of an activity without any server.
class ActivityTest {

    private static final ActivityReport REPORTS = new ActivityReport(new RuleTable().book());
    private static final ActivityReport.Came NOTHING_SAID = new ActivityReport.Came(null, null, null);

    private static Activity planned(String day) {
        var plan = new ActivityPlan(
                "中秋灯谜",
                Category.RIDDLES,
                Festival.MID_AUTUMN,
                null,
                "SM-ZGH",
                LocalDate.parse(day),
                2,
                Money.ZERO,
                "劳动创造幸福",
                null,
                null);
        return Activity.planned("av-1", plan, List.of("91350404MA0FJM020R"), "350404", on("2024-09-01"));
    }

    private static Activity held(String day) {
        var activity = planned(day);
        granted(ActivityReport.hold(activity, NOTHING_SAID, on(day)));
        moved(activity, ActivityState.HELD, day);
        return activity;
    }

    private static ActivityReport.Report report(Integer visitors, Integer migrants) {
        return new ActivityReport.Report(visitors, migrants, null, "顺利举办");
    }

    @ParameterizedTest
    @CsvSource({"2024-09-16, NOT_HELD_YET", "2024-09-17, ", "2024-09-18, "})
    void isHeldOnItsDayOrLater(String today, String reason) {
        var verdict = ActivityReport.hold(planned("2024-09-17"), NOTHING_SAID, on(today));
        assertThat(reasons(verdict)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    /// 17 September 2024 is the Mid-Autumn holiday; the fifth working day after it is the 24th.
    @ParameterizedTest
    @CsvSource({"2024-09-23, ", "2024-09-24, ", "2024-09-25, REPORT_DAYS"})
    void isReportedWithinFiveWorkingDays(String today, String reason) {
        var activity = held("2024-09-17");
        assertThat(REPORTS.reportBy(activity)).isEqualTo("2024-09-24");
        var verdict = REPORTS.report(activity, report(100, 80), on(today));
        assertThat(reasons(verdict)).isEqualTo(reason == null ? List.of() : List.of(reason));
        if (verdict instanceof Verdict.Refused(var refusal)) {
            assertThat(refusal.kind()).isEqualTo(Kind.DEADLINE_PASSED);
        }
    }

    @Test
    void namesAllThatIsWrongWithAReport() {
        var verdict = REPORTS.report(held("2024-09-17"), report(null, null), on("2024-09-25"));
        assertThat(reasons(verdict)).containsExactly("ATTENDANCE_RECORDED", "REPORT_DAYS");
        assertThat(reasons(REPORTS.report(held("2024-09-17"), report(10, 11), on("2024-09-18"))))
                .containsExactly("MORE_MIGRANTS_THAN_VISITORS");
        granted(REPORTS.report(held("2024-09-17"), report(10, 10), on("2024-09-18")));
    }

    @Test
    void tellsTheWorldOnceIfTheReportSaysNothingNew() {
        var activity = planned("2024-09-17");
        granted(ActivityReport.hold(activity, new ActivityReport.Came(120, 90, null), on("2024-09-17")));
        moved(activity, ActivityState.HELD, "2024-09-17");
        granted(REPORTS.report(activity, report(null, null), on("2024-09-18")));
        assertThat(events(activity))
                .containsExactly("community.activity.held {\"category\":\"RIDDLES\",\"festival\":\"MID_AUTUMN\","
                        + "\"district_code\":\"350404\",\"held_on\":\"2024-09-17\",\"visitors\":120,"
                        + "\"migrant_visitors\":90,\"price\":\"0.00\"}");
    }

    @Test
    void tellsTheReportedAttendanceIfItIsAnother() {
        var activity = held("2024-09-17");
        granted(ActivityReport.attendance(activity, new ActivityReport.Came(60, 40, null), on("2024-09-18")));
        granted(REPORTS.report(activity, report(null, null), on("2024-09-18")));
        assertThat(events(activity)).hasSize(2);
        assertThat(events(activity).getFirst()).contains("\"visitors\":0");
        assertThat(events(activity).getLast()).contains("\"visitors\":60", "\"migrant_visitors\":40");
    }

    @Test
    void partsWithAPartnerOnceAndRemembersIt() {
        var activity = planned("2024-09-17");
        activity.dismiss("91350404MA0FJM020R");
        activity.dismiss("91350404MA0FJM020R");
        assertThat(activity.partners()).isEmpty();
        assertThat(activity.dismissedPartners()).containsExactly("91350404MA0FJM020R");
    }

    @Test
    void checksInOnlyWhoHasAPlace() {
        var verdict = ActivityReport.checkIn(
                held("2024-09-17"), new ActivityReport.CheckIn(List.of(new WorkerId("P-1"))), on("2024-09-17"));
        assertThat(reasons(verdict)).containsExactly("HAS_NO_TICKET");
    }
}
