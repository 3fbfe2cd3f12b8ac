package cn.sanming.migrant.local.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is due for the certificate, from the entitlements that open by themselves to the money.
final class Grants {

    private static final String APPLICATIONS = "/api/v1/subsidies/applications";

    private final ScenarioRunner runner;
    private final String worker;
    private final String person;
    private final List<String> applications = new ArrayList<>();

    Grants(ScenarioRunner runner, String worker, String person) {
        this.runner = runner;
        this.worker = worker;
        this.person = person;
    }

    /// Nobody asked for anything: both amounts are there to be confirmed.
    void open() {
        var found = runner.eventually(
                "two entitlements",
                () -> runner.get(worker, "/api/v1/subsidies/entitlements?person_id=" + person),
                answer -> answer.body().at("/items").size() == 2);
        found.body().at("/items").forEach(item -> {
            var kind = item.path("kind").asString();
            runner.same(
                    kind,
                    kind.equals("APPRAISAL") ? "1300.00" : "144.00",
                    item.path("amount").asString());
            runner.same(
                    "to be applied for until",
                    "2025-05-20",
                    item.path("apply_until").asString());
            runner.say(kind + ": " + item.path("amount").asString() + " yuan, to be confirmed until 2025-05-20");
        });
        runner.clause("measure 6: level 4 is 1,000.00, on the shortage list 30 % more; 80 % of the fee of 180.00");
        runner.event(person, "subsidy.entitlement.opened");
    }

    void arePaid() {
        budget();
        runner.day("2024-06-03", "the worker confirms both");
        runner.get(worker, "/api/v1/subsidies/entitlements?person_id=" + person)
                .body()
                .at("/items")
                .forEach(item -> applications.add(runner.post(
                                worker,
                                APPLICATIONS,
                                Map.of(
                                        "kind",
                                        item.path("kind").asString(),
                                        "district",
                                        "350405",
                                        "entitlement_id",
                                        item.path("id").asString()))
                        .text("/id")));
        each(worker, "submit", "SUBMITTED", "accept by", "2024-06-11");
        runner.event(person, "subsidy.application.submitted");
        runner.day("2024-06-05", "accepted by u-17");
        each("u-17", "accept", "ACCEPTED", "review by", "2024-06-20");
        runner.day("2024-06-18", "reviewed by u-23 and publicised");
        for (var id : applications) {
            runner.post("u-23", APPLICATIONS + '/' + id + "/review_pass", null);
            var publicised = runner.eventually(
                    "the publicity", () -> runner.get(worker, APPLICATIONS + '/' + id), answer -> answer.text("/state")
                            .equals("PUBLICISED"));
            runner.same("objections until", "2024-06-25", publicised.text("/due_on"));
        }
        runner.day("2024-06-26", "approved by u-31");
        each("u-31", "approve", "APPROVED", "pay by", "2024-07-10");
        runner.event(person, "subsidy.application.approved");
        runner.day("2024-07-05", "paid: 1,444.00");
        for (var id : applications) {
            var amount = runner.get(worker, APPLICATIONS + '/' + id).text("/amount");
            LatePayroll.state(
                    runner,
                    "PAID",
                    runner.post("finance-350405", APPLICATIONS + '/' + id + "/pay", Map.of("amount", amount)));
        }
        var paid = applications.stream()
                .map(id -> runner.get(worker, APPLICATIONS + '/' + id).text("/amount"))
                .sorted()
                .toList();
        runner.same("paid", "[1300.00, 144.00]", paid);
        runner.event(person, "subsidy.application.paid");
    }

    private void budget() {
        runner.day("2024-05-22", "the finance office has given Shaxian 100,000.00 for measure 6");
        runner.post(
                "finance-350405",
                "/api/v1/supervision/budgets",
                Map.of(
                        "measure",
                        "M06",
                        "district",
                        "350405",
                        "year",
                        2024,
                        "unit_code",
                        "SM-XQ-350405",
                        "amount",
                        "100000.00"));
    }

    private void each(String who, String command, String state, String what, String dueOn) {
        for (var id : applications) {
            var answer = runner.post(who, APPLICATIONS + '/' + id + '/' + command, null);
            LatePayroll.state(runner, state, answer);
            runner.same(what, dueOn, answer.text("/due_on"));
        }
    }
}
