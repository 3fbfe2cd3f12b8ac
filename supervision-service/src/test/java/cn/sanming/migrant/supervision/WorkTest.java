package cn.sanming.migrant.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The work of the units over HTTP: tasks, plans, rectifications.
@ServiceTest
class WorkTest {

    private static final String AREA = "/api/v1/supervision";
    private static final Who SUPERVISOR = Who.ofUnit("u-dcs", "SM-DCS", null, "SUPERVISOR");
    private static final Who HOUSING = Who.ofUnit("u-zjj", "SM-ZJJ", null, "UNIT_OFFICER");
    private static final Who LEAD = Who.ofUnit("u-rsj", "SM-RSJ", null, "LEAD_OFFICER");

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    JobRunner jobs;

    private Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 201);
        return answer;
    }

    private Api.Answer fire(Who who, String path, Object body) {
        return api.as(who).post(AREA + path, body);
    }

    private void run(String job, String day) {
        Nights.run(jobs, job, day);
    }

    private String task(String unit, String due) {
        return ok(fire(
                        SUPERVISOR,
                        "/tasks",
                        Map.of(
                                "measure",
                                "M15",
                                "sub_item",
                                "M15.3",
                                "title",
                                "检查工资专户",
                                "unit_code",
                                unit,
                                "due_on",
                                due)))
                .text("/id");
    }

    @Test
    void takesATaskFromAssignmentToClosingWithFourEyes() {
        clock.set("2024-09-02");
        var id = task("SM-ZJJ", "2024-09-30");
        var path = "/tasks/" + id;
        assertThat(fire(LEAD, path + "/acknowledge", null).status()).isEqualTo(403);
        ok(fire(HOUSING, path + "/acknowledge", null));
        ok(fire(HOUSING, path + "/start", null));
        ok(fire(HOUSING, path + "/report", Map.of("month", "2024-09", "text", "进展顺利", "progress", 40)));
        assertThat(fire(HOUSING, path + "/submit", Map.of("evidence", List.of()))
                        .text("/errors/0/code"))
                .isEqualTo("EVIDENCE_REQUIRED");
        clock.set("2024-09-30");
        ok(fire(HOUSING, path + "/submit", Map.of("evidence", List.of(Map.of("title", "检查记录")))));
        clock.set("2024-10-08");
        assertThat(fire(HOUSING, path + "/verify", null).status()).isEqualTo(403);
        ok(fire(LEAD, path + "/verify", null));
        assertThat(fire(LEAD, path + "/close", null).status()).isEqualTo(403);
        ok(fire(SUPERVISOR, path + "/close", null));
        var closed = events.await("supervision.task.closed", id);
        assertThat(closed.data().at("/on_time").asBoolean()).isTrue();
        await().untilAsserted(() -> assertThat(api.get(AREA + "/indicators/IND-20-A/figures?period=2024Q4")
                        .body()
                        .at("/numerator")
                        .asInt())
                .isEqualTo(1));
    }

    @Test
    void letsNobodyVerifyTheirOwnWork() {
        clock.set("2024-09-02");
        var id = task("SM-RSJ", "2024-09-30");
        for (var step : List.of("acknowledge", "start")) {
            ok(fire(LEAD, "/tasks/" + id + "/" + step, null));
        }
        ok(fire(LEAD, "/tasks/" + id + "/submit", Map.of("evidence", List.of(Map.of("title", "x")))));
        assertThat(fire(LEAD, "/tasks/" + id + "/verify", null).text("/code")).isEqualTo("FOUR_EYES");
        var colleague = Who.ofUnit("u-rsj-2", "SM-RSJ", null, "LEAD_OFFICER");
        ok(fire(colleague, "/tasks/" + id + "/verify", null));
    }

    @Test
    void escalatesALateTaskStepByStepOncePerDay() {
        clock.set("2024-09-02");
        var id = task("SM-JTJ", "2024-09-06");
        clock.set("2024-09-09");
        run("task-watch", "2024-09-09");
        run("task-watch", "2024-09-09");
        assertThat(level(id)).isEqualTo("UNIT");
        run("task-watch", "2024-09-11");
        assertThat(level(id)).isEqualTo("LEAD_UNIT");
        run("task-watch", "2024-09-12");
        run("task-watch", "2024-09-19");
        assertThat(level(id)).isEqualTo("SUPERVISION_OFFICE");
        var told = events.await("supervision.task.overdue", id, 3);
        assertThat(told).hasSize(3);
        assertThat(told.getFirst().data().at("/days_overdue").asInt()).isEqualTo(3);
        assertThat(fire(SUPERVISOR, "/tasks/" + id + "/escalate", null).status())
                .isEqualTo(403);
    }

    private String level(String id) {
        return api.as(SUPERVISOR).get(AREA + "/tasks/" + id).text("/escalation");
    }

    @Test
    void fansAMeasureOutOnce() {
        clock.set("2024-09-02");
        assertThat(fire(LEAD, "/measures/M15/fanout", Map.of()).status()).isEqualTo(403);
        var first = ok(fire(SUPERVISOR, "/measures/M15/fanout", Map.of("policy_start", "2024-09-02")));
        assertThat(first.body().at("/tasks").asInt()).isEqualTo(25);
        assertThat(first.body().at("/created").asInt()).isEqualTo(25);
        assertThat(first.text("/due_on")).isEqualTo("2024-10-08");
        clock.set("2024-09-03");
        var again = ok(fire(SUPERVISOR, "/measures/M15/fanout", Map.of("policy_start", "2024-09-02")));
        assertThat(again.body().at("/created").asInt()).isZero();
        assertThat(again.body().at("/ids")).isEqualTo(first.body().at("/ids"));
        var county = Who.ofUnit("u-xq", "SM-XQ-350425", "350425", "UNIT_OFFICER");
        assertThat(api.as(county)
                        .get(AREA + "/tasks?measure=M15")
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(fire(SUPERVISOR, "/measures/M99/fanout", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void turnsAlarmsOfOtherDepartmentsIntoTasksOnce() {
        clock.set("2024-09-02");
        events.publish(
                "wage.project.started",
                "PRJ-W",
                "350430",
                clock.instant(),
                Map.of("district_code", "350430", "industry", "WATER", "started_on", "2024-09-02"));
        var underfunded = Map.of("project_id", "PRJ-W", "period", "2024-08", "required", "100.00", "received", "0.00");
        events.publish("wage.account.underfunded", "SA-W", "350430", clock.instant(), underfunded);
        events.publish(
                "wage.crime.referred",
                "AC-W",
                "350430",
                clock.instant(),
                Map.of(
                        "employer_uscc",
                        "91350404MA0FJM020R",
                        "workers",
                        12,
                        "total",
                        "90000.00",
                        "referred_on",
                        "2024-09-02"));
        for (int i = 0; i < 2; i++) {
            events.publish(
                    "legalaid.dispute.overdue",
                    "DP-W",
                    "350430",
                    clock.instant(),
                    Map.of("decide_by", "2024-08-30", "limit", "STATUTORY"));
        }
        await().untilAsserted(() -> {
            assertThat(unitsFor("AC-W")).containsExactly("SM-GAJ");
            assertThat(unitsFor("DP-W")).containsExactly("SM-RSJ");
            assertThat(unitsFor("SA-W")).hasSize(1);
        });
        assertThat(unitsFor("SA-W").getFirst()).isIn("SM-SLJ", "SM-RSJ");
    }

    private List<String> unitsFor(String subject) {
        return api.as(SUPERVISOR)
                .get(AREA + "/tasks?subject=" + subject)
                .body()
                .at("/items")
                .valueStream()
                .map(task -> task.at("/unit_code").asString())
                .toList();
    }

    @Test
    void acceptsAPlanOnlyWhenNoMeasureIsLeftOut() {
        clock.set("2024-09-02");
        var officer = Who.ofUnit("u-gsl", "SM-GSL", null, "UNIT_OFFICER");
        var wrong = Map.of("unit_code", "SM-ZJJ", "contact", "办公室", "steps", List.of());
        assertThat(fire(officer, "/plans", wrong).text("/code")).isEqualTo("FORBIDDEN_ROLE");
        var body = Map.of("unit_code", "SM-GSL", "contact", "办公室", "steps", List.of());
        var id = ok(fire(officer, "/plans", body)).text("/id");
        assertThat(fire(officer, "/plans", body).status()).isEqualTo(409);
        assertThat(fire(officer, "/plans/" + id + "/submit", null).text("/errors/0/required"))
                .isEqualTo("M14");
        var steps = List.of(
                Map.of("measure", "M14", "sub_item", "M14.3", "what", "宣传劳动合同法"),
                Map.of("measure", "M20", "what", "每月自查"));
        ok(fire(officer, "/plans/" + id + "/edit", Map.of("contact", "办公室", "steps", steps)));
        ok(fire(officer, "/plans/" + id + "/submit", null));
        ok(fire(SUPERVISOR, "/plans/" + id + "/approve", null));
        ok(fire(officer, "/plans/" + id + "/revise", null));
        var plan = api.as(officer).get(AREA + "/plans/" + id).body();
        assertThat(plan.at("/version").asInt()).isEqualTo(2);
        assertThat(plan.at("/late").asBoolean()).isTrue();
    }

    @Test
    void followsARectificationToItsConfirmation() {
        clock.set("2024-09-02");
        var body = Map.of("round", "2024-1", "measure", "M15", "unit_code", "SM-XQ-350424", "problem", "告示牌缺项");
        var id = ok(fire(SUPERVISOR, "/rectifications", body)).text("/id");
        var county = Who.ofUnit("u-nh", "SM-XQ-350424", "350424", "UNIT_OFFICER");
        assertThat(api.as(county).get(AREA + "/rectifications/" + id).text("/due_on"))
                .isEqualTo("2024-10-08");
        run("rectification-watch", "2024-09-09");
        assertThat(api.as(county).get(AREA + "/rectifications/" + id).text("/state"))
                .isEqualTo("ISSUED");
        run("rectification-watch", "2024-09-10");
        assertThat(api.as(county).get(AREA + "/rectifications/" + id).text("/state"))
                .isEqualTo("ESCALATED");
        clock.set("2024-10-08");
        ok(fire(county, "/rectifications/" + id + "/submit", Map.of("report", "已整改")));
        ok(fire(SUPERVISOR, "/rectifications/" + id + "/confirm", null));
        assertThat(events.await("supervision.rectification.closed", id)
                        .data()
                        .at("/on_time")
                        .asBoolean())
                .isTrue();
    }
}
