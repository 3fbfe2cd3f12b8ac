package cn.sanming.migrant.local.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What else the late payer has before the city: vacancies, a subsidy it applied for and a loan it would like. The
/// blacklist reaches all of it without anybody telling the other departments.
final class Recruiting {

    private static final String VACANCIES = "/api/v1/jobs/vacancies";
    private static final String APPLICATIONS = "/api/v1/subsidies/applications";
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final ScenarioRunner runner;
    private final List<String> vacancies = new ArrayList<>();
    private String application = "";

    Recruiting(ScenarioRunner runner) {
        this.runner = runner;
    }

    /// Three vacancies can be seen and one is suspended; all run until 2024-07-31.
    void advertises() {
        runner.day("2024-05-02", "三明测试劳务 advertises four vacancies until 2024-07-31 and suspends one of them");
        for (int i = 1; i <= 4; i++) {
            vacancies.add(publish("钢筋工 " + i, 90, "2024-07-31"));
        }
        LatePayroll.state(
                runner, "SUSPENDED", runner.post("subcontractor", path(vacancies.getLast(), "suspend"), null));
    }

    private String publish(String title, int days, String until) {
        var id = runner.post("subcontractor", VACANCIES, offer(title, days)).text("/id");
        runner.post("subcontractor", path(id, "submit"), null);
        var published = runner.post("hr-350404", path(id, "publish"), null);
        runner.same("can be seen", "PUBLISHED", published.text("/state"));
        runner.same("until", until, published.text("/expires_on"));
        return id;
    }

    private static Map<String, Object> offer(String title, int days) {
        return Map.ofEntries(
                Map.entry("employer_uscc", LatePayroll.EMPLOYER),
                Map.entry("district", "350404"),
                Map.entry("title", title),
                Map.entry("occupation_code", "6-29-01-04"),
                Map.entry("openings", 5),
                Map.entry("wage_min", "5000.00"),
                Map.entry("wage_max", "8000.00"),
                Map.entry("wage_unit", "MONTH"),
                Map.entry("contact", "人事部"),
                Map.entry("validity_days", days));
    }

    /// The subsidy for the jobs a start-up creates is asked for and accepted.
    void asksForASubsidy() {
        runner.say("the firm also has an open application for the start-up jobs subsidy");
        var hires = List.of(
                Map.of("person_id", "P-1001", "contract_months", 24, "insured_from", "2023-10-01", "employed", true));
        var claim = Map.of(
                "kind",
                "STARTUP_JOBS",
                "district",
                "350404",
                "employer_uscc",
                LatePayroll.EMPLOYER,
                "jobs",
                Map.of("registered_on", "2022-09-01", "size", "SMALL", "hires", hires));
        application = runner.post("subcontractor", APPLICATIONS, claim).text("/id");
        runner.post("subcontractor", APPLICATIONS + '/' + application + "/submit", null);
        LatePayroll.state(
                runner, "ACCEPTED", runner.post("hr-350404", APPLICATIONS + '/' + application + "/accept", null));
    }

    /// @param listed when the firm was put on the list
    void isShutOut(Instant listed) {
        for (var id : vacancies) {
            runner.eventually(
                    "the vacancy is hidden",
                    () -> runner.get("subcontractor", VACANCIES + '/' + id),
                    answer -> answer.text("/state").equals("HIDDEN"));
        }
        runner.eventually(
                "the application is suspended",
                () -> runner.get("subcontractor", APPLICATIONS + '/' + application),
                answer -> answer.text("/state").equals("SUSPENDED"));
        var took = Duration.between(listed, Instant.now());
        runner.same("within 60 s", true, took.compareTo(AT_MOST) <= 0);
        runner.say("all four vacancies are hidden and the application is suspended, %.1f s after the listing"
                .formatted(took.toMillis() / 1000.0));
        runner.event(LatePayroll.EMPLOYER, "job.vacancy.hidden");
        runner.event(LatePayroll.EMPLOYER, "subsidy.application.suspended");
    }

    void isRefusedALoan() {
        runner.day("2024-06-25", "the listed firm asks for a loan for small enterprises");
        runner.refused(
                "subcontractor",
                "/api/v1/subsidies/loans",
                Map.ofEntries(
                        Map.entry("kind", "SMALL_ENTERPRISE"),
                        Map.entry("district", "350404"),
                        Map.entry("requested", "1000000.00"),
                        Map.entry("term_months", 24),
                        Map.entry("existing_staff", 40),
                        Map.entry("eligible_new_hires_this_year", 8),
                        Map.entry("size", "SMALL")),
                422,
                "BLACKLISTED_EMPLOYER");
        runner.clause("支付条例 art. 48: no finance from public money while on the list");
    }

    void seesItsVacanciesEnd() {
        for (var id : vacancies) {
            runner.same(
                    "ran until 2024-07-31",
                    "EXPIRED",
                    runner.get("subcontractor", VACANCIES + '/' + id).text("/state"));
        }
        runner.event(vacancies.getFirst(), "job.vacancy.closed");
    }

    void comesBack() {
        runner.eventually(
                "the application is reviewed again",
                () -> runner.get("subcontractor", APPLICATIONS + '/' + application),
                answer -> answer.text("/state").equals("ACCEPTED"));
        for (var id : vacancies) {
            runner.same(
                    "an expired vacancy stays so",
                    "EXPIRED",
                    runner.get("subcontractor", VACANCIES + '/' + id).text("/state"));
        }
        runner.eventually(
                "the firm may advertise again",
                () -> runner.get("subcontractor", VACANCIES + '/' + vacancies.getFirst()),
                _ -> true);
        publish("模板工", 30, "2025-03-22");
        runner.say("nothing to restore; the firm advertises again and its application goes on");
    }

    private static String path(String id, String command) {
        return VACANCIES + '/' + id + '/' + command;
    }
}
