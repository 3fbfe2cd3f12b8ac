package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/// A worker whose row could not be read is not forgotten: arrears, views and events count him, and back pay pays him.
@ServiceTest
class PayrollGapTest {

    private static final String FIRM = "91350404MA0FJM0637";
    private static final String ARREARS = "/api/v1/wages/arrears";

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    JobRunner jobs;

    @Autowired
    Events events;

    @Autowired
    QueryShapes shapes;

    @Autowired
    MongoTemplate mongo;

    private void until(String day) {
        var from = clock.instant();
        jobs.forgetAfter(from);
        clock.set(Instant.parse(day + "T01:00:00Z"));
        jobs.dueBetween(from, clock.instant())
                .forEach(run -> assertThat(jobs.perform(run)).isTrue());
    }

    private JsonNode arrearsOf(String payroll) {
        return api.as(Who.firm(FIRM))
                .get(ARREARS + "?limit=200")
                .body()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("payroll_id").asString().equals(payroll))
                .findFirst()
                .orElseThrow();
    }

    private String threeWithOneUnread(PayrollSteps steps, String period) {
        return steps.uploaded(
                period,
                PayrollSteps.sheet(
                        PayrollSteps.row(1, "6500.00"),
                        PayrollSteps.row(2, "6500.00"),
                        "测试工人丙,350404199003070010,6850.35,6850.35\n"));
    }

    @Test
    void theForgottenWorkerCountsInArrearsAndIsPaidByBackPay() {
        clock.set("2024-04-08");
        var steps = new PayrollSteps(api, FIRM);
        var id = threeWithOneUnread(steps, "2024-03");
        var row = steps.get(id).body().at("/unread/0/row").asInt();
        until("2024-04-17");

        var open = arrearsOf(id);
        assertThat(open.path("workers").asInt()).isEqualTo(3);
        assertThat(open.path("unread_rows").asInt()).isEqualTo(1);
        assertThat(open.path("total").asString()).isEqualTo("19850.35");
        var told = events.await("wage.arrears.detected", open.path("id").asString());
        assertThat(told.data().path("workers").asInt()).isEqualTo(3);
        assertThat(told.data().path("person_ids")).hasSize(2);
        assertThat(new EventContracts(Path.of("contracts/events")).violations(told))
                .isEmpty();
        var workers = api.as(Who.firm(FIRM)).get(ARREARS + '/' + open.path("id").asString() + "/workers?limit=1");
        assertThat(workers.body().at("/items")).hasSize(1);
        assertThat(workers.text("/next")).isNotEmpty();

        steps.done(id, "confirm", Map.of("signed_sheet", "S-1"));
        steps.done(id, "workers_sign", Map.of("gaps_accepted", true));
        steps.toBank(id);
        steps.paid(id, "2024-04-17");
        var paid = events.await("wage.payroll.paid", id);
        assertThat(paid.data().path("unread_rows").asInt()).isEqualTo(1);
        await().untilAsserted(
                        () -> assertThat(arrearsOf(id).path("total").asString()).isEqualTo("6850.35"));
        assertThat(arrearsOf(id).path("state").asString()).isEqualTo("OPEN");

        var sheet = PayrollSteps.sheet(PayrollSteps.row(3, "6850.35"));
        var wrong = steps.upload("2024-03", sheet, "&back_pay_of=" + id, "&rows=" + (row + 1));
        assertThat(wrong.text("/errors/0/code")).isEqualTo("NO_SUCH_GAP");
        var backPay = steps.uploaded("2024-03", sheet, "&back_pay_of=" + id, "&rows=" + row);
        assertThat(steps.get(id).body().at("/unread_rows").asInt()).isZero();
        until("2024-04-18");
        assertThat(arrearsOf(id).path("state").asString()).isEqualTo("CLEARED");
        assertThat(arrearsOf(backPay).path("total").asString()).isEqualTo("6850.35");

        steps.done(backPay, "confirm", Map.of("signed_sheet", "S-2"));
        steps.done(backPay, "workers_sign", null);
        steps.toBank(backPay);
        steps.paid(backPay, "2024-04-18");
        await().untilAsserted(() ->
                assertThat(arrearsOf(backPay).path("state").asString()).isEqualTo("CLEARED"));
        var last = events.await("wage.payroll.paid", backPay);
        assertThat(last.data().path("back_pay_of").asString()).isEqualTo(id);
        assertThat(new EventContracts(Path.of("contracts/events")).violations(last))
                .isEmpty();
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void forceMajeureStopsTheAlertAndCanBeTakenBack() {
        clock.set("2024-06-10");
        var steps = new PayrollSteps(api, FIRM);
        var id = steps.uploaded("2024-05", PayrollSteps.sheet(PayrollSteps.row(1, "6500.00")));
        until("2024-06-16");
        var path = ARREARS + '/' + arrearsOf(id).path("id").asString();
        var inspector = api.as(Who.officer("i", "350404", "INSPECTOR"));

        var excused = inspector.post(path + "/excuse", Map.of("reason", "flood"));
        assertThat(excused.text("/state")).isEqualTo("EXCUSED");
        assertThat(excused.text("/level")).isEqualTo("NONE");
        var told = events.await("wage.arrears.excused", arrearsOf(id).path("id").asString());
        assertThat(new EventContracts(Path.of("contracts/events")).violations(told))
                .isEmpty();
        until("2024-07-20");
        assertThat(arrearsOf(id).path("level").asString()).isEqualTo("NONE");
        assertThat(inspector.post(path + "/excuse", Map.of("reason", "again")).status())
                .isEqualTo(422);

        var back = inspector.post(path + "/reinstate", Map.of("reason", "no flood there"));
        assertThat(back.text("/state")).isEqualTo("OPEN");
        assertThat(back.text("/level")).isEqualTo("RED");
        events.await("wage.arrears.reinstated", arrearsOf(id).path("id").asString());

        steps.done(id, "confirm", Map.of("signed_sheet", "S-1"));
        steps.done(id, "workers_sign", null);
        steps.toBank(id);
        steps.paid(id, "2024-07-20");
        await().untilAsserted(
                        () -> assertThat(arrearsOf(id).path("state").asString()).isEqualTo("CLEARED"));
        var late = inspector.post(path + "/excuse", Map.of("reason", "too late"));
        assertThat(late.text("/errors/0/code")).isEqualTo("ARREARS_CLEARED");
    }
}
