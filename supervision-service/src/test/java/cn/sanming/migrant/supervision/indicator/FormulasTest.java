package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.platform.reference.CalendarMissing;
import org.junit.jupiter.api.Test;

/// Formulas below, at and above their limits.
class FormulasTest {

    private static final String SEAT = "350404";

    private final Abacus city = new Abacus();

    private void caseFiled(String id, String filed, String closed) {
        city.heard(filed, "wage.case.filed", id, SEAT, "filed_on", filed);
        if (closed != null) {
            city.heard(closed, "wage.case.closed", id, SEAT, "closed_on", closed, "damages", "0.00");
        }
    }

    @Test
    void closesAnArrearsCaseWithinSixtyWorkingDaysOrNinety() {
        caseFiled("A", "2024-05-28", "2024-08-21");
        caseFiled("B", "2024-05-28", "2024-08-22");
        caseFiled("C", "2024-05-28", "2024-10-09");
        caseFiled("D", "2024-05-28", "2024-10-10");
        var lines = city.breakdown("IND-15-B", "2024Q3");
        assertThat(lines.get("WITHIN_60")).containsEntry("in_time", 1L);
        assertThat(lines.get("WITHIN_EXTENSION")).containsEntry("in_time", 1L);
        var later = city.breakdown("IND-15-B", "2024Q4");
        assertThat(later.get("WITHIN_EXTENSION")).containsEntry("in_time", 1L);
        assertThat(later.get("LATE")).containsEntry("decided", 1L).containsEntry("in_time", 0L);
    }

    @Test
    void countsAnOpenCaseOnlyWhenItsLimitIsOver() {
        caseFiled("A", "2024-05-28", null);
        assertThat(city.on("2024-10-09").shown("IND-15-B", "2024Q4")).isEqualTo("none");
        assertThat(city.on("2024-10-10").shown("IND-15-B", "2024Q4")).isEqualTo("0.0000");
    }

    @Test
    void countsAZeroEmploymentFamilyFromTheDayAfterItsDeadline() {
        city.heard(
                "2024-07-15",
                "job.zeroemployment.verified",
                "F",
                SEAT,
                "verified_on",
                "2024-07-15",
                "deadline_on",
                "2024-08-30");
        assertThat(city.on("2024-08-30").shown("IND-02-A", "2024-08")).isEqualTo("0");
        assertThat(city.on("2024-08-31").shown("IND-02-A", "2024-08")).isEqualTo("1");
        city.heard("2024-09-02", "job.zeroemployment.eliminated", "F", SEAT, "eliminated_on", "2024-09-02");
        assertThat(city.shown("IND-02-A", "2024-08")).isEqualTo("1");
        assertThat(city.shown("IND-02-A", "2024-09")).isEqualTo("0");
    }

    @Test
    void wantsThreeDifferentVacanciesInFiveWorkingDays() {
        city.heard(
                "2024-07-10",
                "job.unemployment.registered",
                "U",
                SEAT,
                "person_id",
                "w",
                "registered_on",
                "2024-07-10");
        city.heard("2024-07-11", "job.recommendation.made", "R1", SEAT, "person_id", "w", "vacancy_id", "v1");
        city.heard("2024-07-12", "job.recommendation.made", "R2", SEAT, "person_id", "w", "vacancy_id", "v1");
        city.heard("2024-07-17", "job.recommendation.made", "R3", SEAT, "person_id", "w", "vacancy_id", "v2");
        city.heard("2024-07-18", "job.recommendation.made", "R4", SEAT, "person_id", "w", "vacancy_id", "v3");
        assertThat(city.on("2024-07-17").shown("IND-02-B", "2024-07")).isEqualTo("none");
        assertThat(city.on("2024-07-18").shown("IND-02-B", "2024-07")).isEqualTo("0.0000");
        city.heard("2024-07-17", "job.recommendation.made", "R5", SEAT, "person_id", "w", "vacancy_id", "v4");
        assertThat(city.on("2024-07-17").shown("IND-02-B", "2024-07")).isEqualTo("1.0000");
    }

    @Test
    void seesARiseOfLevelAndAPartPayment() {
        arrears("2024-05-15", 30, "RED", 23, "157550.00");
        arrears("2024-05-20", 35, "RED", 3, "20550.00");
        assertThat(city.breakdown("IND-15-D", "2024-05").get("RED"))
                .containsEntry("workers", 3L)
                .containsEntry("amount", "20550.00");
        city.heard("2024-06-03", "wage.arrears.cleared", "AR", SEAT, "cleared_on", "2024-06-03");
        assertThat(city.shown("IND-15-D", "2024-05")).isEqualTo("3");
        assertThat(city.shown("IND-15-D", "2024-06")).isEqualTo("0");
    }

    @Test
    void closesArrearsUnderForceMajeureAndOpensThemWhenItIsTakenBack() {
        arrears("2024-05-15", 30, "RED", 3, "20550.00");
        city.heard("2024-05-20", "wage.arrears.excused", "AR", SEAT, "excused_on", "2024-05-20");
        assertThat(city.shown("IND-15-D", "2024-05")).isEqualTo("0");

        city.heard("2024-06-03", "wage.arrears.reinstated", "AR", SEAT, "reinstated_on", "2024-06-03");
        arrears("2024-06-03", 49, "RED", 3, "20550.00");
        assertThat(city.shown("IND-15-D", "2024-05")).isEqualTo("0");
        assertThat(city.shown("IND-15-D", "2024-06")).isEqualTo("3");
    }

    private void arrears(String day, int late, String level, int workers, String total) {
        city.heard(
                day,
                "wage.arrears.detected",
                "AR",
                SEAT,
                "employer_uscc",
                "E",
                "period",
                "2024-03",
                "effective_due_date",
                "2024-04-15",
                "days_late",
                late,
                "level",
                level,
                "workers",
                workers,
                "total",
                total);
    }

    @Test
    void judgesAContractOnTheDayAMonthIsReached() {
        contract("w1", "2024-07-15", "2024-08-15");
        contract("w2", "2024-07-15", "2024-08-16");
        assertThat(city.breakdown("IND-14-A", "2024-08").get("employments")).isNull();
        assertThat(city.shown("IND-14-A", "2024-08")).isEqualTo("0.5000");
        city.heard(
                "2024-09-16",
                "wage.contract.overdue",
                "EM3",
                SEAT,
                "person_id",
                "w3",
                "employer_uscc",
                "E",
                "start_on",
                "2024-08-15",
                "due_on",
                "2024-09-15");
        assertThat(city.shown("IND-14-A", "2024-09")).isEqualTo("0.0000");
    }

    private void contract(String worker, String start, String signed) {
        city.heard(
                signed,
                "wage.contract.signed",
                "LC" + worker,
                SEAT,
                "person_id",
                worker,
                "employer_uscc",
                "E",
                "start_on",
                start,
                "signed_on",
                signed);
    }

    @Test
    void givesTheCertificateFifteenWorkingDays() {
        appraisal("w1", "2024-05-08", "2024-05-28");
        appraisal("w2", "2024-05-08", "2024-05-29");
        assertThat(city.shown("IND-06-A", "2024Q2")).isEqualTo("0.5000");
    }

    private void appraisal(String worker, String passed, String issued) {
        city.heard(
                passed,
                "training.appraisal.passed",
                "AP" + worker,
                SEAT,
                "person_id",
                worker,
                "occupation_code",
                "6-31-01-03",
                "level",
                "SPECIAL",
                "passed_on",
                passed);
        city.heard(
                issued,
                "training.certificate.issued",
                "CE" + worker,
                SEAT,
                "person_id",
                worker,
                "occupation_code",
                "6-31-01-03",
                "issued_on",
                issued);
    }

    @Test
    void countsAFairOfTheReturnPeriodOnly() {
        fair("F1", "SPRING_BREEZE", "2024-04-30");
        fair("F2", "SPRING_BREEZE", "2024-05-01");
        fair("F3", "OTHER", "2024-02-01");
        assertThat(city.shown("IND-01-A", "2024")).isEqualTo("1");
    }

    private void fair(String id, String kind, String day) {
        city.heard(day, "job.fair.held", id, SEAT, "kind", kind, "first_day", day);
    }

    @Test
    void countsTrainingOfMigrantsOfThreeKinds() {
        training("E1", "PRE_JOB", true);
        training("E2", "TRANSFER", true);
        training("E3", "ENTREPRENEURSHIP", true);
        training("E4", "ON_JOB", false);
        assertThat(city.shown("IND-05-A", "2024")).isEqualTo("2");
    }

    private void training(String id, String kind, boolean migrant) {
        city.heard(
                "2024-04-12",
                "training.enrolment.completed",
                id,
                SEAT,
                "kind",
                kind,
                "is_migrant_worker",
                migrant,
                "completed_on",
                "2024-04-12");
    }

    @Test
    void endsAFastTrackWithinThirtyDaysRolled() {
        dispute("D1", true, "2024-06-14", "2024-07-15");
        dispute("D2", true, "2024-06-14", "2024-07-16");
        dispute("D3", false, "2024-06-14", "2024-09-01");
        assertThat(city.shown("IND-17-A", "2024Q3")).isEqualTo("0.5000");
        assertThat(city.shown("IND-17-B", "2024-08")).isEqualTo("1");
        assertThat(city.shown("IND-17-C", "2024Q3")).isEqualTo("0.0000");
    }

    private void dispute(String id, boolean fast, String accepted, String awarded) {
        city.heard(accepted, "legalaid.dispute.accepted", id, SEAT, "fast_track", fast, "accepted_on", accepted);
        city.heard(awarded, "legalaid.dispute.awarded", id, SEAT, "awarded_on", awarded);
    }

    @Test
    void refusesToGuessADeadlineInAYearWithoutCalendar() {
        caseFiled("A", "2026-11-30", null);
        assertThatThrownBy(() -> city.items("IND-15-B")).isInstanceOf(CalendarMissing.class);
    }
}
