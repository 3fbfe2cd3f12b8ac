package cn.sanming.migrant.local.stories;

import java.util.List;
import java.util.Map;

/// A vacancy at home that fits the new certificate, and what comes of it: placement and a written contract.
final class WorkAtHome {

    private static final String FIRM = "91350405MA0FJM0395";
    private static final String VACANCIES = "/api/v1/jobs/vacancies";

    private final ScenarioRunner runner;
    private final String worker;
    private final String person;
    private String vacancy = "";

    WorkAtHome(ScenarioRunner runner, String worker, String person) {
        this.runner = runner;
        this.worker = worker;
        this.person = person;
    }

    void isOffered() {
        runner.day("2024-05-10", "沙县测试纺织 looks for one electrician of level 4");
        vacancy = runner.post(
                        "textile",
                        VACANCIES,
                        Map.ofEntries(
                                Map.entry("employer_uscc", FIRM),
                                Map.entry("district", "350405"),
                                Map.entry("title", "电工"),
                                Map.entry("occupation_code", SkilledReturn.ELECTRICIAN),
                                Map.entry("openings", 1),
                                Map.entry("wage_min", "5500.00"),
                                Map.entry("wage_max", "7000.00"),
                                Map.entry("wage_unit", "MONTH"),
                                Map.entry("required_level", 4),
                                Map.entry("contact", "人事部"),
                                Map.entry("validity_days", 90)))
                .text("/id");
        runner.post("textile", VACANCIES + '/' + vacancy + "/submit", null);
        LatePayroll.state(
                runner, "PUBLISHED", runner.post("hr-350405", VACANCIES + '/' + vacancy + "/publish", Map.of()));
        runner.put(
                worker,
                "/api/v1/jobs/seekers/" + person,
                Map.of(
                        "occupation_codes",
                        List.of(SkilledReturn.ELECTRICIAN),
                        "preferred_districts",
                        List.of("350405"),
                        "expected_min_wage",
                        "6000.00",
                        "birth_date",
                        "1992-11-15",
                        "retirement_category",
                        "MALE"));
    }

    void isRecommended() {
        runner.day("2024-05-21", "the new certificate has brought a recommendation");
        var found = runner.eventually(
                "the recommendation",
                () -> runner.get(worker, "/api/v1/jobs/recommendations?person_id=" + person),
                answer -> answer.body()
                        .at("/items")
                        .valueStream()
                        .anyMatch(item -> item.path("vacancy_id").asString().equals(vacancy)
                                && item.path("trigger").asString().equals("CERTIFICATE")));
        found.body()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("trigger").asString().equals("CERTIFICATE"))
                .forEach(item -> runner.same("score", 100, item.path("score").asInt()));
        runner.event(person, "job.recommendation.made");
    }

    void begins() {
        runner.day("2024-07-15", "the worker begins at the textile firm; the vacancy is filled");
        runner.post(
                "textile",
                "/api/v1/jobs/placements",
                Map.of(
                        "person_id",
                        person,
                        "employer_uscc",
                        FIRM,
                        "district",
                        "350405",
                        "start_on",
                        "2024-07-15",
                        "source",
                        "VACANCY",
                        "vacancy_id",
                        vacancy));
        runner.eventually(
                "the vacancy is filled",
                () -> runner.get("textile", VACANCIES + '/' + vacancy),
                answer -> answer.text("/state").equals("FILLED"));
        runner.event(person, "job.placement.confirmed");
        runner.event(vacancy, "job.vacancy.closed");
        var employment = runner.eventually(
                "the contract that is expected",
                () -> runner.get("hr-350405", "/api/v1/wages/employments?person_id=" + person),
                answer -> !answer.body().at("/items").isEmpty());
        runner.same("a written contract by", "2024-08-15", employment.text("/items/0/contract_due_on"));
        runner.day("2024-08-01", "the written labour contract is signed by both");
        var contract = runner.post(
                        "textile",
                        "/api/v1/wages/contracts",
                        Map.ofEntries(
                                Map.entry("person_id", person),
                                Map.entry("employer_uscc", FIRM),
                                Map.entry("district", "350405"),
                                Map.entry("start_on", "2024-07-15"),
                                Map.entry("term", "FIXED"),
                                Map.entry("ends_on", "2026-07-14"),
                                Map.entry("monthly_wage", "6500.00"),
                                Map.entry("pay_day", 15)))
                .text("/id");
        runner.post("textile", "/api/v1/wages/contracts/" + contract + "/countersign", Map.of());
        LatePayroll.state(
                runner, "ACTIVE", runner.post(worker, "/api/v1/wages/contracts/" + contract + "/sign", Map.of()));
        runner.event(person, "wage.contract.signed");
        var extra = runner.post(
                worker,
                "/api/v1/wages/rules/CONTRACT_DOUBLE_WAGE/evaluations",
                Map.of(
                        "employment_start",
                        "2024-07-15",
                        "contract_signed_on",
                        "2024-08-01",
                        "as_of",
                        "2024-08-01",
                        "monthly_wage",
                        "6500.00"));
        runner.same("extra wage", "0.00", extra.text("/result/extra_wage"));
    }
}
