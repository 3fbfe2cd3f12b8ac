package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.stories.Citizen.Answer;
import java.util.List;
import java.util.Map;

/// A health record on request, and the visits to somebody with hypertension; nobody reads without a purpose.
final class ChronicCare {

    private static final String RECORDS = "/api/v1/community/health-records";
    private static final String VISITS = "/api/v1/community/follow-ups";
    private static final String NURSE = "health-worker-350405";

    private final ScenarioRunner runner;
    private final String person;
    private String visit = "";

    ChronicCare(ScenarioRunner runner, String person) {
        this.runner = runner;
        this.person = person;
    }

    void begins() {
        runner.day("2024-07-12", "she asks for a health record; hypertension is found and a visit is planned");
        var record = runner.post(
                        UnemployedCouple.WIFE,
                        RECORDS,
                        Map.of("person_id", person, "birth_date", "1979-05-20", "district", "350405"))
                .text("/id");
        runner.event(record, "community.healthrecord.created");
        runner.post(NURSE, RECORDS + '/' + record + "/update", Map.of("conditions", List.of("HYPERTENSION")));
        var planned = runner.post(
                NURSE,
                VISITS,
                Map.of(
                        "person_id",
                        person,
                        "condition",
                        "HYPERTENSION",
                        "last_followup",
                        "2024-07-12",
                        "controlled",
                        true));
        runner.same("the visit is due", "2024-10-12", planned.text("/due_on"));
        visit = planned.text("/id");
    }

    void goesOn() {
        runner.day("2024-10-12", "the visit is made on the day it is due, a working Saturday");
        var done = runner.post(
                NURSE, VISITS + '/' + visit + "/complete", Map.of("done_on", "2024-10-12", "controlled", true));
        LatePayroll.state(runner, "DONE", done);
        var all = runner.get(NURSE, VISITS + "?person_id=" + person + "&purpose=FOLLOW_UP");
        runner.same("the next is due", "2025-01-12", dueOn(all, done.text("/next")));
    }

    private static String dueOn(Answer all, String id) {
        return all.body()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .map(item -> item.path("due_on").asString())
                .findFirst()
                .orElse("never");
    }
}
