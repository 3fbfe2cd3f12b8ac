package cn.sanming.migrant.local.stories;

import java.util.List;
import java.util.Map;

/// A vacancy at home that fits the new certificate, and what comes of it: placement and a written contract.
final class WorkAtHome {

    private static final String FIRM = "91350405MA0FJM0395";
    private static final String VACANCIES = "/api/v1/jobs/vacancies";

    private final Teller teller;
    private final String worker;
    private final String person;
    private String vacancy = "";

    WorkAtHome(Teller teller, String worker, String person) {
        this.teller = teller;
        this.worker = worker;
        this.person = person;
    }

    void isOffered() {
        teller.day("2024-05-10", "沙县测试纺织 looks for one electrician of level 4");
        vacancy = teller.post(
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
        teller.post("textile", VACANCIES + '/' + vacancy + "/submit", null);
        LatePayroll.state(
                teller, "PUBLISHED", teller.post("hr-350405", VACANCIES + '/' + vacancy + "/publish", Map.of()));
        teller.put(
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
        teller.day("2024-05-21", "the new certificate has brought a recommendation");
        var found = teller.eventually(
                "the recommendation",
                () -> teller.get(worker, "/api/v1/jobs/recommendations?person_id=" + person),
                answer -> answer.body()
                        .at("/items")
                        .valueStream()
                        .anyMatch(item -> item.path("vacancy_id").asString().equals(vacancy)
                                && item.path("trigger").asString().equals("CERTIFICATE")));
        found.body()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("trigger").asString().equals("CERTIFICATE"))
                .forEach(item -> teller.same("score", 100, item.path("score").asInt()));
        teller.event(person, "job.recommendation.made");
    }

    void begins() {
        teller.day("2024-07-15", "the worker begins at the textile firm; the vacancy is filled");
        teller.post(
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
        teller.eventually(
                "the vacancy is filled",
                () -> teller.get("textile", VACANCIES + '/' + vacancy),
                answer -> answer.text("/state").equals("FILLED"));
        teller.event(person, "job.placement.confirmed");
        teller.event(vacancy, "job.vacancy.closed");
        var employment = teller.eventually(
                "the contract that is expected",
                () -> teller.get("hr-350405", "/api/v1/wages/employments?person_id=" + person),
                answer -> !answer.body().at("/items").isEmpty());
        teller.same("a written contract by", "2024-08-15", employment.text("/items/0/contract_due_on"));
        teller.day("2024-08-01", "the written labour contract is signed by both");
        var contract = teller.post(
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
        teller.post("textile", "/api/v1/wages/contracts/" + contract + "/countersign", Map.of());
        LatePayroll.state(
                teller, "ACTIVE", teller.post(worker, "/api/v1/wages/contracts/" + contract + "/sign", Map.of()));
        teller.event(person, "wage.contract.signed");
        var extra = teller.post(
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
        teller.same("extra wage", "0.00", extra.text("/result/extra_wage"));
    }
}
