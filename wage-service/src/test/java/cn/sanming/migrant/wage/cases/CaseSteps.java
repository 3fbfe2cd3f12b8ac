package cn.sanming.migrant.wage.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Api.Answer;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.Nights;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/// What the tests of cases do over HTTP and events: firms and workers of their own, an inspector, nights that pass.
abstract class CaseSteps {

    static final String CASES = "/api/v1/wages/arrears-cases";
    static final String ENTRIES = "/api/v1/wages/blacklist-entries";
    static final String LIST = "/api/v1/wages/blacklist";
    static final String NOTICES = "/api/v1/wages/violation-notices";
    static final String COUNTY = "350404";

    static final Who INSPECTOR = Who.officer("inspector-1", COUNTY, "INSPECTOR");
    static final Who HEAD = Who.officer("head-1", COUNTY, "INSPECTION_HEAD");

    private static int firms;

    final EventContracts contracts = new EventContracts(Path.of("contracts/events"));

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    @Autowired
    JobRunner jobs;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    static String firm() {
        var stem = "91350404MA9CA" + String.format("%04d", ++firms);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(last -> stem + (char) last)
                .filter(code -> CreditCode.fault(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    static List<String> workers(String firm, int count) {
        return IntStream.rangeClosed(1001, 1000 + count)
                .mapToObj(number -> "P-" + firm.substring(13) + "-" + number)
                .toList();
    }

    static List<Map<String, Object>> claims(List<String> workers, String amount) {
        return workers.stream()
                .map(worker -> Map.<String, Object>of("person_id", worker, "months", 1, "amount", amount))
                .toList();
    }

    static Map<String, Object> receipt(String number, String day, List<String> workers, String amount) {
        return Map.of(
                "receipt_no",
                number,
                "paid_on",
                day,
                "lines",
                workers.stream()
                        .map(worker -> Map.of("person_id", worker, "amount", amount))
                        .toList());
    }

    Answer post(Who who, String path, Object body) {
        return api.as(who).post(path, body);
    }

    Answer done(Who who, String path, Object body) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 201);
        return answer;
    }

    String state(Who who, String path) {
        return api.as(who).get(path).text("/state");
    }

    void night(String job, String day) {
        Nights.run(jobs, job, day);
    }

    List<String> codes(Answer answer) {
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    JsonNode awaited(String type, String subject) {
        var seen = events.await(type, subject);
        assertThat(contracts.violations(seen)).isEmpty();
        return seen.data();
    }

    /// Opens, files and investigates a case on 27 and 28 May 2024.
    String investigated(String firm, List<String> workers, String amount) {
        clock.set("2024-05-27");
        var opened = done(
                Who.worker(workers.getFirst()),
                CASES,
                Map.of(
                        "employer_uscc",
                        firm,
                        "district",
                        COUNTY,
                        "periods",
                        List.of("2024-03"),
                        "claims",
                        claims(workers, amount)));
        assertThat(opened.text("/file_by")).isEqualTo("2024-06-03");
        var path = CASES + '/' + opened.text("/id");
        clock.set("2024-05-28");
        done(INSPECTOR, path + "/file", null);
        done(INSPECTOR, path + "/investigate", Map.of("second_inspector", "inspector-2"));
        return path;
    }

    /// The order of 30 May, due on 6 June and defaulted on the 7th.
    String defaulted(String path) {
        clock.set("2024-05-30");
        var ordered = done(HEAD, path + "/order_pay", Map.of());
        assertThat(ordered.text("/order/due_on")).isEqualTo("2024-06-06");
        clock.set("2024-06-07");
        night("order-deadlines", "2024-06-07");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !api.as(HEAD).get(path).text("/blacklist_entry").isEmpty());
        return ordered.text("/order/id");
    }

    void overduePayroll(String firm, List<String> workers) {
        clock.set("2024-04-10");
        var rows = workers.stream()
                .map(worker -> Map.of("person_id", worker, "gross", "6850.00", "net", "6850.00"))
                .toList();
        done(
                Who.firm(firm),
                "/api/v1/wages/payrolls/imports?employer_uscc=" + firm
                        + "&period=2024-03&agreed_month=NEXT&agreed_day=15&district=" + COUNTY,
                rows);
        clock.set("2024-05-15");
        night("nightly-arrears-check", "2024-05-15");
    }
}
