package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Formulas of what lasts, of money and of the work of the units.
class StandingFormulasTest {

    private static final String SEAT = "350404";

    private final Abacus city = new Abacus();

    @Test
    void asksTheLeaseOrAShortWait() {
        city.heard(
                "2019-07-08",
                "housing.application.qualified",
                "H",
                SEAT,
                "person_id",
                "w",
                "programme",
                "PUBLIC_RENTAL",
                "qualified_on",
                "2019-07-08");
        assertThat(city.shown("IND-09-A", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.shown("IND-09-A", "2024Q3")).isEqualTo("0.0000");
        city.heard("2024-09-30", "housing.lease.signed", "L", SEAT, "person_id", "w", "start_on", "2024-09-30");
        assertThat(city.shown("IND-09-A", "2024Q3")).isEqualTo("1.0000");
        city.heard("2024-10-08", "housing.lease.ended", "L", SEAT, "person_id", "w", "ended_on", "2024-10-08");
        assertThat(city.shown("IND-09-A", "2024Q4")).isEqualTo("none");
    }

    @Test
    void countsClosedDaysUntilTheAnnouncement() {
        closed("V1", "2024-06-03", "2024-06-07", "2024-06-02");
        closed("V2", "2024-06-03", "2024-06-07", "2024-06-04");
        closed("V3", "2024-06-03", "2024-06-07", "2024-06-20");
        assertThat(city.shown("IND-12-A", "2024Q2")).isEqualTo("7");
    }

    private void closed(String id, String from, String to, String announced) {
        city.heard(announced, "community.venue.closed", id, SEAT, "from", from, "to", to, "announced_on", announced);
    }

    @Test
    void releasesACommitmentOfASuspendedApplication() {
        city.heard(
                "2024-05-06",
                "subsidy.application.approved",
                "S",
                SEAT,
                "kind",
                "STARTUP_JOBS",
                "amount",
                "3000.00",
                "approved_on",
                "2024-05-06");
        assertThat(city.breakdown("IND-19-A", "2024").get("committed")).containsEntry("amount", "3000.00");
        city.heard("2024-06-24", "subsidy.application.suspended", "S", SEAT, "kind", "STARTUP_JOBS");
        assertThat(city.breakdown("IND-19-A", "2024").get("committed")).containsEntry("amount", "0.00");
    }

    @Test
    void chargesThePaymentToTheYearOfItsApproval() {
        city.heard(
                "2024-12-30",
                "subsidy.application.approved",
                "S",
                SEAT,
                "kind",
                "POST",
                "amount",
                "100.00",
                "approved_on",
                "2024-12-30");
        city.heard(
                "2025-01-06",
                "subsidy.application.paid",
                "S",
                SEAT,
                "kind",
                "POST",
                "amount",
                "100.00",
                "paid_on",
                "2025-01-06");
        assertThat(city.breakdown("IND-19-A", "2024").get("M02")).containsEntry("paid", "100.00");
        assertThat(city.breakdown("IND-19-A", "2025").get("M02")).isNull();
    }

    @Test
    void holdsAgainstATaskOnlyThatItWasReportedOverdue() {
        city.heard("2024-05-15", "supervision.task.assigned", "T1", SEAT, "due_on", "2024-05-22");
        assertThat(city.shown("IND-20-A", "2024Q2")).isEqualTo("none");
        city.heard("2024-05-23", "supervision.task.overdue", "T1", SEAT, "due_on", "2024-05-22", "days_overdue", 1);
        city.heard("2024-05-21", "supervision.task.closed", "T2", SEAT, "closed_on", "2024-05-21", "on_time", true);
        assertThat(city.shown("IND-20-A", "2024Q2")).isEqualTo("0.5000");
    }

    @Test
    void finishesARectificationOrCountsAgainstTheUnit() {
        city.heard("2024-09-02", "supervision.rectification.issued", "R1", SEAT, "due_on", "2024-10-08");
        assertThat(city.on("2024-10-08").shown("IND-20-B", "2024Q4")).isEqualTo("none");
        assertThat(city.on("2024-10-09").shown("IND-20-B", "2024Q4")).isEqualTo("0.0000");
        city.heard(
                "2024-10-08",
                "supervision.rectification.closed",
                "R1",
                SEAT,
                "closed_on",
                "2024-10-10",
                "on_time",
                true);
        assertThat(city.shown("IND-20-B", "2024Q4")).isEqualTo("1.0000");
    }

    @Test
    void takesTheOldDivisionForItsSuccessor() {
        city.heard(
                "2020-05-01",
                "legalaid.circuit.held",
                "C",
                "350403",
                "district_code",
                "350403",
                "held_on",
                "2020-05-01",
                "cases",
                2);
        assertThat(city.items("IND-17-E")).extracting(CountedFact::district).isEqualTo(List.of("350404"));
    }
}
