package cn.sanming.migrant.wage.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a case may and may not become, over HTTP and events.
@ServiceTest
class CaseWindowTest extends CaseSteps {

    @Test
    void opensNoSecondCaseAboutTheSameMonths() {
        var firm = firm();
        var workers = workers(firm, 2);
        var first = investigated(firm, workers.subList(0, 1), "1000.00");

        var second = post(
                Who.worker(workers.get(1)),
                CASES,
                Map.of(
                        "employer_uscc",
                        firm,
                        "district",
                        COUNTY,
                        "periods",
                        List.of("2024-02", "2024-03"),
                        "claims",
                        claims(workers.subList(1, 2), "900.00")));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/code")).isEqualTo("DUPLICATE");
        assertThat(second.text("/other")).isEqualTo(first);

        var joined = done(
                Who.worker(workers.get(1)), first + "/join", Map.of("claims", claims(workers.subList(1, 2), "900.00")));
        assertThat(joined.body().path("workers").asInt()).isEqualTo(2);
        assertThat(joined.body().path("accounts").size()).isEqualTo(1);
        assertThat(joined.text("/accounts/0/person_id")).isEqualTo(workers.get(1));
    }

    @Test
    void hidesWhoReportedFromEverybodyButTheTwoInspectors() {
        var firm = firm();
        var worker = workers(firm, 1);
        var path = investigated(firm, worker, "1000.00");

        var shown = api.as(HEAD).get(path);
        assertThat(shown.raw().body()).doesNotContain("reporter", "worker-" + worker.getFirst());
        var byEmployer = api.as(Who.firm(firm)).get(path);
        assertThat(byEmployer.status()).isEqualTo(200);
        assertThat(byEmployer.raw().body()).doesNotContain(worker.getFirst());
        assertThat(api.as(HEAD).get(path + "/reporter?purpose=curiosity").status())
                .isEqualTo(403);
        assertThat(api.as(INSPECTOR).get(path + "/reporter").status()).isEqualTo(400);
        var revealed = api.as(INSPECTOR).get(path + "/reporter?purpose=interview");
        assertThat(revealed.text("/person_id")).isEqualTo(worker.getFirst());
        assertThat(mongo.getCollection("audit").countDocuments()).isPositive();
        var stored = mongo.getCollection("arrears_cases")
                .find(new org.bson.Document("_id", path.substring(CASES.length() + 1)))
                .first();
        assertThat(stored.toJson()).doesNotContain("worker-" + worker.getFirst());
    }

    @Test
    void leavesToArbitrationWhatIsBeforeArbitration() {
        var firm = firm();
        var workers = workers(firm, 2);
        var path = investigated(firm, workers, "1000.00");
        var dispute = "DP-" + firm;
        events.publish(
                "legalaid.dispute.accepted",
                dispute,
                COUNTY,
                clock.instant(),
                Map.of(
                        "employer_uscc",
                        firm,
                        "district_code",
                        COUNTY,
                        "workers",
                        2,
                        "group",
                        false,
                        "fast_track",
                        true,
                        "submitted_on",
                        "2024-05-27",
                        "accepted_on",
                        "2024-05-28",
                        "decide_by",
                        "2024-06-27"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.as(HEAD).get(path).body().path("arbitrations").size() == 1);

        var refused = post(HEAD, path + "/order_pay", Map.of());
        assertThat(codes(refused)).containsExactly("BEFORE_ARBITRATION");
        var later = done(
                INSPECTOR,
                CASES,
                Map.of("employer_uscc", firm, "periods", List.of("2024-04"), "claims", claims(workers, "500.00")));
        assertThat(later.text("/arbitrations/0/dispute_id")).isEqualTo(dispute);

        events.publish(
                "legalaid.dispute.awarded",
                dispute,
                COUNTY,
                clock.instant(),
                Map.of(
                        "employer_uscc",
                        firm,
                        "workers",
                        2,
                        "amount",
                        "2000.00",
                        "final",
                        true,
                        "awarded_on",
                        "2024-06-20"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        api.as(HEAD).get(path).text("/arbitrations/0/amount").equals("2000.00"));
    }

    @Test
    void goesToTheCourtWhenTheEmployerDoesNotPay() {
        var firm = firm();
        var workers = workers(firm, 1);
        var path = investigated(firm, workers, "2000.00");
        clock.set("2024-05-30");
        var ordered = done(HEAD, path + "/order_pay", Map.of("due_on", "2024-06-05"));
        assertThat(ordered.body().at("/order/liable").size()).isEqualTo(1);
        clock.set("2024-06-06");
        night("order-deadlines", "2024-06-06");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.as(HEAD).get(path).body().has("crime_threshold")
                        && !api.as(HEAD)
                                .get(path)
                                .body()
                                .path("crime_threshold")
                                .isNull());
        assertThat(api.as(HEAD).get(path).body().at("/blacklist_entry").isNull())
                .isTrue();
        assertThat(codes(post(HEAD, path + "/refer_police", Map.of("finding", "HIDING"))))
                .containsExactly("CRIME_THRESHOLD_NOT_MET");

        done(HEAD, path + "/decide", Map.of("rate", "1.00", "heard_on", "2024-06-06"));
        done(HEAD, path + "/enforce", Map.of("court", "三元区人民法院"));
        assertThat(done(HEAD, path + "/advance", Map.of("person_id", workers.getFirst()))
                        .text("/advances/0/amount"))
                .isEqualTo("1810.00");
        var fine = Map.of("article", "54", "corrected_in_time", false, "fine", "60000.00", "addressee", "某公司");
        assertThat(codes(post(HEAD, path + "/impose_penalty", fine))).containsExactly("PENALTY_NOT_ADMISSIBLE");
        var personal = Map.of(
                "article",
                "55",
                "corrected_in_time",
                false,
                "fine",
                "60000.00",
                "addressee",
                "某公司",
                "fined",
                "RESPONSIBLE_PERSON");
        assertThat(post(HEAD, path + "/impose_penalty", personal).status()).isEqualTo(400);

        var court = Who.officer("court-1", COUNTY, "COURT");
        var receipts = Map.of("receipts", List.of(receipt("C-1", "2024-06-06", workers, "4000.00")));
        assertThat(done(court, path + "/pay_full", receipts).text("/state")).isEqualTo("PAID");
    }

    @Test
    void leavesAClueToOthersOrUnfiledOnlyWithGoodReason() {
        clock.set("2024-05-27");
        var first = CASES
                + '/'
                + done(INSPECTOR, CASES, Map.of("employer_uscc", firm())).text("/id");
        assertThat(codes(post(
                        INSPECTOR,
                        first + "/dismiss",
                        Map.of("ground", "TOO_OLD", "reason", "x", "breach_ended_on", "2022-05-27"))))
                .containsExactly("WITHIN_LOOKBACK");
        var dismissed = done(
                INSPECTOR,
                first + "/dismiss",
                Map.of("ground", "TOO_OLD", "reason", "x", "breach_ended_on", "2022-05-26"));
        assertThat(dismissed.text("/state")).isEqualTo("NOT_FILED");

        var second = CASES
                + '/'
                + done(INSPECTOR, CASES, Map.of("employer_uscc", firm())).text("/id");
        var transfer = Map.of("to", "SM-GAJ", "reason", "属公安管辖", "complainant_told", false);
        assertThat(codes(post(INSPECTOR, second + "/transfer", transfer))).containsExactly("COMPLAINANT_NOT_TOLD");
        var other = Who.officer("inspector-9", "350481", "INSPECTOR");
        assertThat(post(other, second + "/file", null).text("/code")).isEqualTo("NOT_FOUND");
        assertThat(post(HEAD, second + "/file", null).text("/code")).isEqualTo("FORBIDDEN_ROLE");
    }
}
