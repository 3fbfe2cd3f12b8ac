package cn.sanming.migrant.supervision.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The figures of the four stories of the worked examples.
class StoryFiguresTest {

    private static final String EMPLOYER = "91350404MA0FJM020R";
    private static final String CITY_SEAT = "350404";
    private static final String SHAXIAN = "350405";

    static Abacus lateWages() {
        var city = new Abacus();
        Object[][] levels = {{"2024-04-16", 1, "YELLOW"}, {"2024-04-30", 15, "ORANGE"}, {"2024-05-15", 30, "RED"}};
        for (var level : levels) {
            city.heard(
                    level[0].toString(),
                    "wage.arrears.detected",
                    "AR-1",
                    CITY_SEAT,
                    "employer_uscc",
                    EMPLOYER,
                    "project_id",
                    "PRJ-1001",
                    "district_code",
                    CITY_SEAT,
                    "period",
                    "2024-03",
                    "workers",
                    23,
                    "total",
                    "157550.00",
                    "effective_due_date",
                    "2024-04-15",
                    "days_late",
                    level[1],
                    "level",
                    level[2]);
        }
        city.heard("2024-05-28", "wage.case.filed", "AC-1001", CITY_SEAT, "employer_uscc", EMPLOYER, "filed_on", "2024-05-28");
        city.heard("2024-05-30", "wage.order.issued", "OR-1001", CITY_SEAT, "employer_uscc", EMPLOYER, "due_on", "2024-06-06");
        city.heard("2024-06-07", "wage.order.defaulted", "OR-1001", CITY_SEAT, "employer_uscc", EMPLOYER, "due_on", "2024-06-06");
        for (int i = 1; i <= 23; i++) {
            var aid = "LA-10%02d".formatted(i);
            city.heard(
                    "2024-06-12",
                    "legalaid.application.submitted",
                    aid,
                    CITY_SEAT,
                    "matter",
                    "LABOUR_PAY",
                    "submitted_on",
                    "2024-06-12",
                    "review_by",
                    "2024-06-17",
                    "means_test_required",
                    false);
            city.heard("2024-06-12", "legalaid.application.granted", aid, CITY_SEAT, "granted_on", "2024-06-12", "assign_by", "2024-06-13");
            city.heard("2024-06-13", "legalaid.lawyer.assigned", aid, CITY_SEAT, "assigned_on", "2024-06-13", "pool", "UNION");
        }
        city.heard("2024-06-11", "legalaid.visit.scheduled", "GV-1001", CITY_SEAT, "requested_on", "2024-06-07", "visit_on", "2024-06-12");
        city.heard(
                "2024-06-14",
                "legalaid.dispute.accepted",
                "DP-1001",
                CITY_SEAT,
                "fast_track",
                true,
                "accepted_on",
                "2024-06-14",
                "decide_by",
                "2024-07-15");
        city.heard(
                "2024-06-24",
                "wage.blacklist.listed",
                "BL-1001",
                CITY_SEAT,
                "employer_uscc",
                EMPLOYER,
                "listed_on",
                "2024-06-24");
        city.heard("2024-07-10", "legalaid.dispute.awarded", "DP-1001", CITY_SEAT, "awarded_on", "2024-07-10");
        city.heard("2024-08-01", "wage.arrears.cleared", "AR-1", CITY_SEAT, "employer_uscc", EMPLOYER, "cleared_on", "2024-08-01");
        city.heard(
                "2024-08-01",
                "wage.case.closed",
                "AC-1001",
                CITY_SEAT,
                "employer_uscc",
                EMPLOYER,
                "closed_on",
                "2024-08-01",
                "damages",
                "78775.00");
        city.heard(
                "2025-02-20",
                "wage.blacklist.removed",
                "BL-1001",
                CITY_SEAT,
                "employer_uscc",
                EMPLOYER,
                "reason",
                "EARLY",
                "removed_on",
                "2025-02-20");
        return city;
    }

    static Abacus skills() {
        var city = new Abacus();
        city.heard(
                "2024-04-12",
                "training.enrolment.completed",
                "EN-2001",
                SHAXIAN,
                "person_id",
                "w2",
                "kind",
                "TRANSFER",
                "completed_on",
                "2024-04-12",
                "is_migrant_worker",
                true);
        city.heard("2024-04-17", "training.appraisal.forwarded", "AP-2001", SHAXIAN, "forwarded_on", "2024-04-17");
        city.heard(
                "2024-05-08",
                "training.appraisal.passed",
                "AP-2001",
                SHAXIAN,
                "person_id",
                "w2",
                "occupation_code",
                "6-31-01-03",
                "level",
                "4",
                "passed_on",
                "2024-05-08");
        city.heard(
                "2024-05-20",
                "training.certificate.issued",
                "CE-2001",
                SHAXIAN,
                "person_id",
                "w2",
                "occupation_code",
                "6-31-01-03",
                "level",
                4,
                "issued_on",
                "2024-05-20");
        Object[][] kinds = {{"APPRAISAL", "1300.00"}, {"APPRAISAL_FEE", "144.00"}};
        for (var kind : kinds) {
            city.heard(
                    "2024-05-20",
                    "subsidy.entitlement.opened",
                    "ET-" + kind[0],
                    SHAXIAN,
                    "person_id",
                    "w2",
                    "kind",
                    kind[0],
                    "amount",
                    kind[1]);
            city.heard(
                    "2024-06-03", "subsidy.application.submitted", "SA-" + kind[0], SHAXIAN, "kind", kind[0], "applicant_id", "w2");
            city.heard(
                    "2024-07-05",
                    "subsidy.application.paid",
                    "SA-" + kind[0],
                    SHAXIAN,
                    "kind",
                    kind[0],
                    "applicant_id",
                    "w2",
                    "amount",
                    kind[1],
                    "paid_on",
                    "2024-07-05",
                    "district_code",
                    SHAXIAN);
        }
        return city;
    }

    static Abacus zeroFamily() {
        var city = new Abacus();
        city.heard("2024-07-12", "community.healthrecord.created", "HR-1", SHAXIAN, "person_id", "w3", "created_on", "2024-07-12", "is_migrant_worker", true);
        city.heard("2024-07-15", "job.zeroemployment.verified", "ZF-3001", SHAXIAN, "verified_on", "2024-07-15", "deadline_on", "2024-08-12");
        city.heard("2024-08-12", "job.post.placed", "PW-3001", SHAXIAN, "start_on", "2024-08-12", "last_subsidised_day", "2027-08-11");
        city.heard("2024-08-12", "job.zeroemployment.eliminated", "ZF-3001", SHAXIAN, "eliminated_on", "2024-08-12");
        city.heard("2024-01-10", "supervision.budget.allocated", "BU-1", SHAXIAN, "measure", "M02", "district_code", SHAXIAN, "year", 2024, "amount", "50000.00");
        city.heard("2024-05-10", "subsidy.application.paid", "SA-0", SHAXIAN, "kind", "POST", "amount", "40000.00", "paid_on", "2024-05-10", "district_code", SHAXIAN);
        city.heard("2024-10-08", "subsidy.application.submitted", "SA-3001", SHAXIAN, "kind", "POST");
        city.heard("2024-10-30", "subsidy.application.approved", "SA-3001", SHAXIAN, "kind", "POST", "amount", "4697.24", "approved_on", "2024-10-30", "district_code", SHAXIAN);
        city.heard("2024-11-11", "subsidy.application.paid", "SA-3001", SHAXIAN, "kind", "POST", "amount", "4697.24", "paid_on", "2024-11-11", "district_code", SHAXIAN);
        return city;
    }

    static Abacus homeAndSchool() {
        var city = new Abacus();
        city.heard("2024-07-08", "housing.application.qualified", "HA-4001", CITY_SEAT, "person_id", "w4", "programme", "PUBLIC_RENTAL", "qualified_on", "2024-07-08");
        city.heard("2024-08-05", "housing.lease.signed", "LE-4001", CITY_SEAT, "person_id", "w4", "start_on", "2024-08-05", "end_on", "2029-08-04");
        for (var child : List.of("SE-4001", "SE-4002")) {
            city.heard("2025-06-09", "community.enrolment.submitted", child, CITY_SEAT, "school_year", 2025, "channel", "POINTS");
            city.heard("2025-06-17", "community.enrolment.placed", child, CITY_SEAT, "state", "ADMITTED", "placed_on", "2025-06-17");
        }
        return city;
    }

    private static void assertLateWages(Abacus city) {
        assertThat(city.breakdown("IND-15-D", "2024-04").get("ORANGE"))
                .isEqualTo(Map.of("workers", 23L, "amount", "157550.00"));
        assertThat(city.breakdown("IND-15-D", "2024-05").get("RED"))
                .isEqualTo(Map.of("workers", 23L, "amount", "157550.00"));
        assertThat(city.breakdown("IND-15-D", "2024-05").get("ORANGE"))
                .isEqualTo(Map.of("workers", 0L, "amount", "0.00"));
        assertThat(city.breakdown("IND-15-D", "2024-08").get("RED"))
                .isEqualTo(Map.of("workers", 0L, "amount", "0.00"));
        assertThat(city.shown("IND-15-D", "2024-05")).isEqualTo("23");
        assertThat(city.shown("IND-15-B", "2024Q3")).isEqualTo("1.0000");
        assertThat(city.shown("IND-15-B", "2024Q2")).isEqualTo("none");
        assertThat(city.breakdown("IND-15-B", "2024Q3").get("WITHIN_60")).containsEntry("in_time", 1L);
        assertThat(city.breakdown("IND-15-E", "2024Q2").get("listed")).containsEntry("listed", 1L);
        assertThat(city.shown("IND-15-E", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-15-E", "2025Q1").get("removed")).containsEntry("removed", 1L);
        assertThat(city.shown("IND-17-A", "2024Q3")).isEqualTo("1.0000");
        assertThat(city.shown("IND-17-C", "2024Q3")).isEqualTo("0.0000");
        assertThat(city.shown("IND-18-A", "2024-06")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-18-A", "2024-06").get("steps")).containsEntry("steps", 46L);
        assertThat(city.shown("IND-18-C", "2024-06")).isEqualTo("0");
        assertThat(city.shown("IND-18-E", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.shown("IND-15-A", "2024-04")).isEqualTo("0.0000");
    }

    @Test
    void countsLateWagesFromAlertToBlacklistAndBack() {
        assertLateWages(lateWages());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesTheSameFiguresWhateverTheOrderAndTheRepetitions(long seed) {
        assertLateWages(lateWages().shuffled(seed));
        assertSkills(skills().shuffled(seed));
        assertZeroFamily(zeroFamily().shuffled(seed));
        for (var city : List.of(lateWages(), skills(), zeroFamily(), homeAndSchool())) {
            var mixed = city.shuffled(seed);
            for (var card : new Indicators().all()) {
                assertThat(new ArrayList<>(mixed.items(card.id())))
                        .as(card.id())
                        .containsExactlyInAnyOrderElementsOf(city.items(card.id()));
            }
        }
    }

    private static void assertSkills(Abacus city) {
        assertThat(city.shown("IND-05-A", "2024")).isEqualTo("1");
        assertThat(city.shown("IND-06-A", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-06-B", "2024").get("PAID"))
                .containsEntry("paid", 2L)
                .containsEntry("opened", 2L);
        assertThat(city.shown("IND-06-C", "2024Q2")).isEqualTo("1.0000");
        assertThat(city.shown("IND-19-B", "2024Q3")).isEqualTo("23");
    }

    @Test
    void countsTrainingAppraisalAndSubsidies() {
        assertSkills(skills());
    }

    private static void assertZeroFamily(Abacus city) {
        assertThat(city.shown("IND-02-A", "2024-08")).isEqualTo("0");
        assertThat(city.shown("IND-02-A", "2024-07")).isEqualTo("0");
        assertThat(city.breakdown("IND-02-C", "2024Q4").get("paid")).containsEntry("amount", "4697.24");
        assertThat(city.shown("IND-02-C", "2024Q4")).isEqualTo("1");
        assertThat(city.shown("IND-10-A", "2024", SHAXIAN)).isEqualTo("1.0000");
        assertThat(city.shown("IND-19-A", "2024", SHAXIAN)).isEqualTo("0.8939");
        assertThat(city.breakdown("IND-19-A", "2024").get("M02"))
                .containsEntry("paid", "44697.24")
                .containsEntry("allocated", "50000.00");
        assertThat(city.breakdown("IND-19-A", "2024").get("committed")).containsEntry("amount", "0.00");
    }

    @Test
    void countsTheZeroEmploymentFamilyAndItsPost() {
        assertZeroFamily(zeroFamily());
    }

    @Test
    void countsHomeAndSchoolPlace() {
        var city = homeAndSchool();
        assertThat(city.shown("IND-09-A", "2024Q3")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-09-A", "2024Q3").get("LEASED")).containsEntry("qualified", 1L);
        assertThat(city.shown("IND-08-A", "2025")).isEqualTo("1.0000");
        assertThat(city.breakdown("IND-08-A", "2025").get("ADMITTED")).containsEntry("applications", 2L);
    }
}
