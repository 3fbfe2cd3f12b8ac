package cn.sanming.migrant.supervision.board;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.test.Events;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the departments tell in 2025, so that there is something to look at: wages paid and unpaid, fairs, courses,
/// shows, disputes. All of it goes over the broker, as it would from them.
final class Autumn {

    static final LocalDate TODAY = LocalDate.parse("2025-11-20");
    static final String FIRM = "91350400MA0AUTMN12";
    static final String RED = "AR-AUT-1";

    private static final String OTHER_FIRM = "91350400MA0AUTMN20";
    private static final List<String> COUNTIES = List.of(
            "350404", "350405", "350421", "350423", "350424", "350425", "350426", "350428", "350429", "350430",
            "350481");

    private final Events events;

    Autumn(Events events) {
        this.events = events;
    }

    void tell() {
        arrears(RED, "350404", "RED", 23, "157550.00", "2025-10-10", 31, FIRM);
        arrears("AR-AUT-2", "350404", "YELLOW", 4, "9800.00", "2025-11-10", 1, OTHER_FIRM);
        arrears("AR-AUT-3", "350426", "RED", 6, "41200.00", "2025-09-25", 31, OTHER_FIRM);
        arrears("AR-AUT-4", "350481", "ORANGE", 12, "60350.00", "2025-10-31", 16, OTHER_FIRM);
        arrears("AR-AUT-5", "350424", "YELLOW", 5, "18000.00", "2025-11-14", 2, OTHER_FIRM);
        arrears("AR-AUT-6", "350425", "ORANGE", 3, "12600.50", "2025-10-28", 16, OTHER_FIRM);
        firmInTrouble();
        for (int month = 6; month <= 11; month++) {
            month(month);
        }
        for (int i = 1; i <= 22; i++) {
            fair("JF-AUT-" + i, COUNTIES.get(i % 11), LocalDate.of(2025, 2, i));
        }
        for (var day = LocalDate.parse("2025-01-04"); day.isBefore(TODAY); day = day.plusWeeks(1)) {
            tell(
                    "community.activity.held",
                    "ACT-" + day,
                    COUNTIES.get(day.getDayOfYear() % 11),
                    day,
                    Map.of(
                            "category",
                            "WEEKLY_SHOW",
                            "district_code",
                            "350404",
                            "held_on",
                            day,
                            "visitors",
                            120,
                            "migrant_visitors",
                            40,
                            "price",
                            "0.00"));
        }
    }

    private void arrears(
            String id, String county, String level, int workers, String total, String due, int late, String firm) {
        tell(
                "wage.arrears.detected",
                id,
                county,
                LocalDate.parse(due).plusDays(late),
                Map.of(
                        "employer_uscc",
                        firm,
                        "project_id",
                        "PRJ-" + county,
                        "district_code",
                        county,
                        "period",
                        due.substring(0, 7),
                        "workers",
                        workers,
                        "person_ids",
                        List.of(),
                        "total",
                        total,
                        "effective_due_date",
                        due,
                        "days_late",
                        late,
                        "level",
                        level));
    }

    private void firmInTrouble() {
        tell(
                "wage.case.filed",
                "AC-AUT",
                "350404",
                LocalDate.parse("2025-11-12"),
                Map.of(
                        "employer_uscc",
                        FIRM,
                        "district_code",
                        "350404",
                        "workers",
                        23,
                        "claimed",
                        "157550.00",
                        "received_on",
                        "2025-11-11",
                        "filed_on",
                        "2025-11-12"));
        tell(
                "wage.order.issued",
                "OR-AUT",
                "350404",
                LocalDate.parse("2025-11-13"),
                Map.of(
                        "case_id",
                        "AC-AUT",
                        "employer_uscc",
                        FIRM,
                        "workers",
                        23,
                        "total",
                        "157550.00",
                        "issued_on",
                        "2025-11-13",
                        "due_on",
                        "2025-11-18"));
        dispute("DP-AUT", "350404", FIRM, LocalDate.parse("2025-11-14"), 0);
        tell(
                "wage.blacklist.listed",
                "BL-AUT",
                "350404",
                LocalDate.parse("2025-11-19"),
                Map.of(
                        "employer_uscc",
                        FIRM,
                        "persons",
                        List.of(),
                        "ground",
                        "SEVERE_IMPACT",
                        "listed_on",
                        "2025-11-19",
                        "listed_until",
                        "2028-11-19"));
        tell(
                "job.vacancy.hidden",
                "V-AUT",
                "350404",
                LocalDate.parse("2025-11-19"),
                Map.of("employer_uscc", FIRM, "reason", "BLACKLIST", "cause_event_id", "e"));
        tell(
                "subsidy.application.suspended",
                "SA-AUT",
                "350404",
                LocalDate.parse("2025-11-19"),
                Map.of("kind", "STARTUP_JOBS", "employer_uscc", FIRM, "cause_event_id", "e"));
    }

    /// Payrolls that are paid on the day more and more often, projects, consultations, courses, disputes.
    private void month(int month) {
        for (int i = 0; i < 11; i++) {
            var due = LocalDate.of(2025, month, 10);
            var paid = i < month ? due : due.plusDays(2);
            var id = month + "-" + i;
            var county = COUNTIES.get(i);
            tell(
                    "wage.payroll.paid",
                    "PR-" + id,
                    county,
                    paid,
                    Map.of(
                            "project_id",
                            "P-AUT-" + i,
                            "employer_uscc",
                            OTHER_FIRM,
                            "period",
                            due.minusMonths(1).toString().substring(0, 7),
                            "workers",
                            20,
                            "total",
                            "92000.00",
                            "effective_due_date",
                            due,
                            "paid_on",
                            paid,
                            "insured_unemployment",
                            10 + month));
            tell(
                    "training.enrolment.completed",
                    "TE-" + id,
                    county,
                    due,
                    Map.of(
                            "person_id",
                            "w-" + id,
                            "class_id",
                            "C-" + month,
                            "kind",
                            "ON_JOB",
                            "occupation_code",
                            "6-29-01-01",
                            "district_code",
                            county,
                            "completed_on",
                            due,
                            "attendance",
                            "0.95",
                            "is_migrant_worker",
                            true));
        }
        for (int i = 0; i < 3; i++) {
            dispute(
                    "DP-%d-%d".formatted(month, i),
                    COUNTIES.get(i),
                    OTHER_FIRM,
                    LocalDate.of(2025, month, 3),
                    month == 7 ? 45 : 14);
        }
        for (var day = LocalDate.of(2025, month, 1);
                day.getMonthValue() == month && day.isBefore(TODAY);
                day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY || month > 8 && day.getDayOfWeek() == DayOfWeek.SATURDAY) {
                tell(
                        "legalaid.consultation.answered",
                        "CO-" + day,
                        "350404",
                        day,
                        Map.of(
                                "channel",
                                "HOTLINE_12348",
                                "answered_at",
                                day + "T09:30:00+08:00",
                                "weekend",
                                true,
                                "topic",
                                "WAGES"));
            }
        }
    }

    private void dispute(String id, String county, String firm, LocalDate accepted, int days) {
        tell(
                "legalaid.dispute.accepted",
                id,
                county,
                accepted,
                Map.of(
                        "employer_uscc",
                        firm,
                        "district_code",
                        county,
                        "workers",
                        23,
                        "group",
                        true,
                        "fast_track",
                        true,
                        "submitted_on",
                        accepted,
                        "accepted_on",
                        accepted,
                        "decide_by",
                        accepted.plusDays(30)));
        if (days > 0) {
            var awarded = accepted.plusDays(days);
            tell(
                    "legalaid.dispute.awarded",
                    id,
                    county,
                    awarded,
                    Map.of(
                            "employer_uscc",
                            firm,
                            "workers",
                            23,
                            "amount",
                            "20000.00",
                            "final",
                            true,
                            "awarded_on",
                            awarded));
        }
    }

    private void fair(String id, String county, LocalDate day) {
        tell(
                "job.fair.held",
                id,
                county,
                day,
                Map.of(
                        "name",
                        "春风行动",
                        "kind",
                        "SPRING_BREEZE",
                        "first_day",
                        day,
                        "last_day",
                        day,
                        "district_code",
                        county,
                        "online",
                        false,
                        "employers_count",
                        12,
                        "vacancies_count",
                        90,
                        "visitors_count",
                        300,
                        "intents_count",
                        40));
    }

    private void tell(String type, String subject, String county, LocalDate on, Map<String, ?> payload) {
        events.publish(
                type, subject, county, on.atTime(9, 30).atZone(Dates.ZONE).toInstant(), payload);
    }
}
