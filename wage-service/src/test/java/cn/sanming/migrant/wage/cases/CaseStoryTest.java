package cn.sanming.migrant.wage.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A case from the complaint to the list and back, as story 1 of the worked examples tells it.
@ServiceTest
class CaseStoryTest extends CaseSteps {

    @Test
    void takesAnEmployerFromTheComplaintToTheListAndBack() {
        var firm = firm();
        var workers = workers(firm, 23);
        var employer = Who.firm(firm);
        overduePayroll(firm, workers);

        var path = investigated(firm, workers, "6850.00");
        var caseId = path.substring(CASES.length() + 1);
        var shown = api.as(INSPECTOR).get(path);
        assertThat(shown.text("/state")).isEqualTo("INVESTIGATING");
        assertThat(shown.text("/decide_by")).isEqualTo("2024-08-21");
        var filed = awaited("wage.case.filed", caseId);
        assertThat(filed.path("claimed").asString()).isEqualTo("157550.00");
        assertThat(filed.path("received_on").asString()).isEqualTo("2024-05-27");

        var orderId = defaulted(path);
        assertThat(awaited("wage.order.issued", orderId).path("workers").asInt())
                .isEqualTo(23);
        assertThat(awaited("wage.order.defaulted", orderId).path("outstanding").asString())
                .isEqualTo("157550.00");
        shown = api.as(HEAD).get(path);
        assertThat(shown.text("/state")).isEqualTo("DEFAULTED");
        assertThat(shown.body().at("/crime_threshold/threshold_met").asBoolean())
                .isTrue();
        assertThat(shown.body().at("/crime_threshold/by_single_worker").asBoolean())
                .isFalse();
        assertThat(shown.body().at("/crime_threshold/by_group").asBoolean()).isTrue();
        assertThat(shown.text("/crime_threshold/total")).isEqualTo("157550.00");

        var entryId = shown.text("/blacklist_entry");
        var entry = ENTRIES + '/' + entryId;
        assertThat(state(HEAD, entry)).isEqualTo("PROPOSED");

        clock.set("2024-06-14");
        var served = done(
                HEAD,
                entry + "/serve_notice",
                Map.of("persons", List.of(Map.of("name", "测试甲", "role", "LEGAL_REPRESENTATIVE"))));
        assertThat(served.text("/objection_until")).isEqualTo("2024-06-21");
        assertThat(served.text("/decide_by")).isEqualTo("2024-07-05");

        night("blacklist-deadlines", "2024-06-21");
        assertThat(state(HEAD, entry)).isEqualTo("NOTICE_SERVED");
        night("blacklist-deadlines", "2024-06-22");
        assertThat(state(HEAD, entry)).isEqualTo("READY");

        clock.set("2024-06-24");
        assertThat(api.get(LIST + '/' + firm).body().path("listed").asBoolean()).isFalse();
        var listed = done(HEAD, entry + "/list", null);
        assertThat(listed.text("/listed_until")).isEqualTo("2027-06-24");
        var event = awaited("wage.blacklist.listed", entryId);
        assertThat(event.at("/persons/0/name").asString()).isEqualTo("测试甲");
        assertThat(event.path("ground").asString()).isEqualTo("CRIME_AMOUNT");
        assertThat(event.path("listed_on").asString()).isEqualTo("2024-06-24");
        var standing = api.get(LIST + '/' + firm);
        assertThat(standing.body().path("listed").asBoolean()).isTrue();
        assertThat(api.get(LIST).body().at("/items").toString()).contains(firm);

        clock.set("2024-07-03");
        assertThat(codes(post(HEAD, path + "/decide", Map.of("rate", "0.50")))).containsExactly("EMPLOYER_NOT_HEARD");
        var decided = done(HEAD, path + "/decide", Map.of("rate", "0.50", "heard_on", "2024-07-01"));
        assertThat(decided.text("/state")).isEqualTo("DECIDED");
        assertThat(decided.text("/damages")).isEqualTo("78775.00");
        assertThat(decided.text("/accounts/0/due")).isEqualTo("10275.00");

        clock.set("2024-08-01");
        var wagesOnly = post(
                employer,
                path + "/pay_full",
                Map.of("receipts", List.of(receipt("R-1", "2024-08-01", workers, "6850.00"))));
        assertThat(wagesOnly.status()).isEqualTo(422);
        assertThat(codes(wagesOnly)).containsExactly("OUTSTANDING");
        assertThat(wagesOnly.text("/errors/0/required")).isEqualTo("0.00");
        assertThat(wagesOnly.text("/errors/0/found")).isEqualTo("78775.00");
        var receipts = Map.of(
                "receipts",
                List.of(
                        receipt("R-1", "2024-08-01", workers, "6850.00"),
                        receipt("R-2", "2024-08-01", workers, "3425.00")));
        done(employer, path + "/record_payment", receipts);
        var paid = done(employer, path + "/pay_full", receipts);
        assertThat(paid.text("/paid")).isEqualTo("236325.00");
        assertThat(codes(post(HEAD, path + "/close", null))).containsExactly("WORKERS_NOT_CONFIRMED");
        done(Who.worker(workers.getFirst()), path + "/confirm", Map.of());
        done(INSPECTOR, path + "/confirm", Map.of("person_ids", workers));
        assertThat(done(HEAD, path + "/close", null).text("/state")).isEqualTo("CLOSED");
        var closed = awaited("wage.case.closed", caseId);
        assertThat(closed.path("outcome").asString()).isEqualTo("PAID");
        assertThat(closed.path("paid").asString()).isEqualTo("236325.00");
        assertThat(closed.path("damages").asString()).isEqualTo("78775.00");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var record = api.as(HEAD).get("/api/v1/wages/employers/" + firm);
            assertThat(record.text("/arrears/0/cleared_on")).isEqualTo("2024-08-01");
            assertThat(record.text("/open_arrears")).isEqualTo("0.00");
            assertThat(record.body().path("blacklisted").asBoolean()).isTrue();
            assertThat(record.text("/cases/0/state")).isEqualTo("CLOSED");
        });

        done(employer, entry + "/commit", Map.of("text", "今后按时足额支付工资"));
        assertThat(api.as(HEAD).get(entry).text("/early_removal_from")).isEqualTo("2025-02-01");
        assertThat(api.as(HEAD).get(entry).text("/corrected_on")).isEqualTo("2024-08-01");

        clock.set("2025-01-31");
        var early = post(employer, entry + "/request_early_removal", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("/code")).isEqualTo("GUARD_FAILED");
        assertThat(codes(early)).containsExactly("EARLY_REMOVAL_BEFORE_2025-02-01");
        assertThat(early.text("/errors/0/message")).isEqualTo("最早可于 2025-02-01 申请提前移出");

        clock.set("2025-02-05");
        var asked = done(employer, entry + "/request_early_removal", Map.of());
        assertThat(asked.text("/state")).isEqualTo("EARLY_REMOVAL_REVIEW");
        assertThat(asked.text("/decide_by")).isEqualTo("2025-02-25");
        assertThat(api.get(LIST + '/' + firm).body().path("listed").asBoolean()).isTrue();

        clock.set("2025-02-20");
        assertThat(done(HEAD, entry + "/grant", null).text("/state")).isEqualTo("REMOVED");
        var removed = awaited("wage.blacklist.removed", entryId);
        assertThat(removed.path("reason").asString()).isEqualTo("EARLY");
        assertThat(removed.path("removed_on").asString()).isEqualTo("2025-02-20");
        assertThat(api.get(LIST + '/' + firm).body().path("listed").asBoolean()).isFalse();
        assertThat(shapes.withoutIndex(mongo))
                .noneMatch(shape -> shape.matches("(arrears_cases|blacklist_entries|violation_notices|known_disputes"
                        + "|employers|arrears_traces|plate_traces).*"));
    }
}
