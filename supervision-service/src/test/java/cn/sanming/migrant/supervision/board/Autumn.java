package cn.sanming.migrant.supervision.board;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.test.Events;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What the departments tell in 2025, so that there is something to look at: wages paid and unpaid, fairs, courses,
/// shows, disputes. All of it goes over the broker, as it would from them.
final class Autumn {

    static final LocalDate TODAY = LocalDate.parse("2025-11-20");
    static final String FIRM = "91350400MA0AUTMN12";
    static final String RED = "AR-AUT-1";

    private static final String OTHER_FIRM = "91350400MA0AUTMN20";
    private static final String SANYUAN = "350404";
    private static final List<String> COUNTIES = List.of(
            SANYUAN, "350405", "350421", "350423", "350424", "350425", "350426", "350428", "350429", "350430",
            "350481");

    private final Events events;

    Autumn(Events events) {
        this.events = events;
    }

    void tell() {
        arrears(RED, SANYUAN, "RED", 23, "157550.00", "2025-10-10", 31, FIRM);
        arrears("AR-AUT-2", SANYUAN, "YELLOW", 4, "9800.00", "2025-11-10", 1, OTHER_FIRM);
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
            tell("community.activity.held", "ACT-" + day, COUNTIES.get(day.getDayOfYear() % 11), day, """
                    {"category":"WEEKLY_SHOW","district_code":"350404","held_on":"%s","visitors":120,
                     "migrant_visitors":40,"price":"0.00"}""".formatted(
                            day));
        }
    }

    private void arrears(
            String id, String county, String level, int workers, String total, String due, int late, String firm) {
        tell("wage.arrears.detected", id, county, LocalDate.parse(due).plusDays(late), """
                {"employer_uscc":"%s","project_id":"PRJ-%s","district_code":"%s","period":"%s","workers":%d,
                 "person_ids":[],"total":"%s","effective_due_date":"%s","days_late":%d,"level":"%s"}""".formatted(
                        firm, county, county, due.substring(0, 7), workers, total, due, late, level));
    }

    private void firmInTrouble() {
        tell("wage.case.filed", "AC-AUT", SANYUAN, LocalDate.parse("2025-11-12"), """
                {"employer_uscc":"%s","district_code":"350404","workers":23,"claimed":"157550.00",
                 "received_on":"2025-11-11","filed_on":"2025-11-12"}""".formatted(FIRM));
        tell("wage.order.issued", "OR-AUT", SANYUAN, LocalDate.parse("2025-11-13"), """
                {"case_id":"AC-AUT","employer_uscc":"%s","workers":23,"total":"157550.00",
                 "issued_on":"2025-11-13","due_on":"2025-11-18"}""".formatted(FIRM));
        dispute("DP-AUT", SANYUAN, FIRM, LocalDate.parse("2025-11-14"), 0);
        var listed = LocalDate.parse("2025-11-19");
        tell("wage.blacklist.listed", "BL-AUT", SANYUAN, listed, """
                {"employer_uscc":"%s","persons":[],"ground":"SEVERE_IMPACT","listed_on":"2025-11-19",
                 "listed_until":"2028-11-19"}""".formatted(FIRM));
        tell("job.vacancy.hidden", "V-AUT", SANYUAN, listed, """
                {"employer_uscc":"%s","reason":"BLACKLIST","cause_event_id":"e"}""".formatted(FIRM));
        tell("subsidy.application.suspended", "SA-AUT", SANYUAN, listed, """
                {"kind":"STARTUP_JOBS","employer_uscc":"%s","cause_event_id":"e"}""".formatted(FIRM));
    }

    /// Payrolls that are paid on the day more and more often, courses, disputes, consultations.
    private void month(int month) {
        for (int i = 0; i < 11; i++) {
            var due = LocalDate.of(2025, month, 10);
            var paid = i < month ? due : due.plusDays(2);
            var id = month + "-" + i;
            var county = COUNTIES.get(i);
            tell("wage.payroll.paid", "PR-" + id, county, paid, """
                    {"project_id":"P-AUT-%d","employer_uscc":"%s","period":"2025-%02d","workers":20,
                     "total":"92000.00","effective_due_date":"%s","paid_on":"%s","insured_unemployment":%d}""".formatted(
                            i, OTHER_FIRM, month - 1, due, paid, 10 + month % 10));
            tell("training.enrolment.completed", "TE-" + id, county, due, """
                    {"person_id":"w-%s","class_id":"C-%d","kind":"ON_JOB","occupation_code":"6-29-01-01",
                     "district_code":"%s","completed_on":"%s","attendance":"0.95","is_migrant_worker":true}""".formatted(id, month, county, due));
        }
        for (int i = 0; i < 3; i++) {
            var accepted = LocalDate.of(2025, month, 3);
            dispute("DP-" + month + "-" + i, COUNTIES.get(i), OTHER_FIRM, accepted, month == 7 ? 45 : 14);
        }
        for (var day = LocalDate.of(2025, month, 1);
                day.getMonthValue() == month && day.isBefore(TODAY);
                day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY || month > 8 && day.getDayOfWeek() == DayOfWeek.SATURDAY) {
                tell("legalaid.consultation.answered", "CO-" + day, SANYUAN, day, """
                        {"channel":"HOTLINE_12348","answered_at":"%sT09:30:00+08:00","weekend":true,
                         "topic":"WAGES"}""".formatted(day));
            }
        }
    }

    private void dispute(String id, String county, String firm, LocalDate accepted, int days) {
        tell("legalaid.dispute.accepted", id, county, accepted, """
                {"employer_uscc":"%s","district_code":"%s","workers":23,"group":true,"fast_track":true,
                 "submitted_on":"%s","accepted_on":"%s","decide_by":"%s"}""".formatted(
                        firm, county, accepted, accepted, accepted.plusDays(30)));
        if (days > 0) {
            var awarded = accepted.plusDays(days);
            tell("legalaid.dispute.awarded", id, county, awarded, """
                    {"employer_uscc":"%s","workers":23,"amount":"20000.00","final":true,"awarded_on":"%s"}""".formatted(firm, awarded));
        }
    }

    private void fair(String id, String county, LocalDate day) {
        tell("job.fair.held", id, county, day, """
                {"name":"春风行动","kind":"SPRING_BREEZE","first_day":"%s","last_day":"%s","district_code":"%s",
                 "online":false,"employers_count":12,"vacancies_count":90,"visitors_count":300,
                 "intents_count":40}""".formatted(day, day, county));
    }

    private void tell(String type, String subject, String county, LocalDate on, String payload) {
        var time = on.atTime(9, 30).atZone(Dates.ZONE).toInstant();
        events.publish(UUID.randomUUID().toString(), 1, type, subject, county, time, payload);
    }
}
