package cn.sanming.migrant.wage.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Api.Answer;
import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/// Cases, the list and publications over HTTP and events, as story 1 of the worked examples tells it.
@ServiceTest
class CaseStoryTest {

    private static final String CASES = "/api/v1/wages/arrears-cases";
    private static final String ENTRIES = "/api/v1/wages/blacklist-entries";
    private static final String LIST = "/api/v1/wages/blacklist";
    private static final String NOTICES = "/api/v1/wages/violation-notices";
    private static final String COUNTY = "350404";

    private static final Who INSPECTOR = Who.officer("inspector-1", COUNTY, "INSPECTOR");
    private static final Who HEAD = Who.officer("head-1", COUNTY, "INSPECTION_HEAD");

    private static int firms;

    private final EventContracts contracts = new EventContracts(Path.of("contracts/events"));

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    @Autowired
    List<BusinessJob> jobs;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    private static String firm() {
        var stem = "91350404MA9CA" + String.format("%04d", ++firms);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(last -> stem + (char) last)
                .filter(code -> CreditCode.fault(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> workers(String firm, int count) {
        return IntStream.rangeClosed(1001, 1000 + count)
                .mapToObj(number -> "P-" + firm.substring(13) + "-" + number)
                .toList();
    }

    private static List<Map<String, Object>> claims(List<String> workers, String amount) {
        return workers.stream()
                .map(worker -> Map.<String, Object>of("person_id", worker, "months", 1, "amount", amount))
                .toList();
    }

    private static Map<String, Object> receipt(String number, String day, List<String> workers, String amount) {
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

    private Answer post(Who who, String path, Object body) {
        return api.as(who).post(path, body);
    }

    private Answer done(Who who, String path, Object body) {
        var answer = post(who, path, body);
        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 201);
        return answer;
    }

    private String state(Who who, String path) {
        return api.as(who).get(path).text("/state");
    }

    private void night(String job, String day) {
        jobs.stream()
                .filter(candidate -> candidate.name().equals(job))
                .findFirst()
                .orElseThrow()
                .run(LocalDate.parse(day));
    }

    private List<String> codes(Answer answer) {
        return answer.body()
                .at("/errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
    }

    private JsonNode awaited(String type, String subject) {
        var seen = events.await(type, subject);
        assertThat(contracts.violations(seen)).isEmpty();
        return seen.data();
    }

    /// Opens, files and investigates a case on 27 and 28 May 2024.
    private String investigated(String firm, List<String> workers, String amount) {
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
    private String defaulted(String path) {
        clock.set("2024-05-30");
        var ordered = done(HEAD, path + "/order_pay", Map.of());
        assertThat(ordered.text("/order/due_on")).isEqualTo("2024-06-06");
        clock.set("2024-06-07");
        night("order-deadlines", "2024-06-07");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !api.as(HEAD).get(path).text("/blacklist_entry").isEmpty());
        return ordered.text("/order/id");
    }

    private void overduePayroll(String firm, List<String> workers) {
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
    void waivesTheListingOfAnEmployerThatPaidBeforeTheDecision() {
        var firm = firm();
        var workers = workers(firm, 10);
        var path = investigated(firm, workers, "5000.00");
        defaulted(path);
        var entry = ENTRIES + '/' + api.as(HEAD).get(path).text("/blacklist_entry");
        clock.set("2024-06-14");
        assertThat(codes(post(HEAD, entry + "/serve_notice", Map.of()))).containsExactly("RESPONSIBLE_PERSONS_MISSING");
        var registered = api.as(HEAD)
                .put(
                        "/api/v1/wages/employers/" + firm,
                        Map.of("name", "三明测试劳务有限公司", "address", "三明市", "legal_representative", "测试乙"));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(done(HEAD, entry + "/serve_notice", Map.of()).text("/persons/0/name"))
                .isEqualTo("测试乙");
        assertThat(codes(post(HEAD, entry + "/waive", null))).containsExactly("NOT_PAID_IN_FULL", "COMMITMENT_MISSING");

        done(
                Who.firm(firm),
                path + "/pay_full",
                Map.of("receipts", List.of(receipt("R-9", "2024-06-14", workers, "5000.00"))));
        done(Who.firm(firm), entry + "/commit", Map.of("text", "书面承诺"));
        assertThat(done(HEAD, entry + "/waive", null).text("/state")).isEqualTo("NOT_LISTED");
    }

    @Test
    void publishesAViolationOnlyWithoutPersonalData() {
        var firm = firm();
        clock.set("2024-07-10");
        var draft = done(
                INSPECTOR,
                NOTICES,
                Map.of(
                        "employer_uscc", firm,
                        "ground", "LARGE_ARREARS",
                        "decision_final_on", "2024-07-03",
                        "full_name", "三明测试劳务有限公司",
                        "address", "三明市三元区测试路1号",
                        "legal_representative", "测试丙",
                        "facts", "拖欠农民工张三、李四工资，联系电话 138 0013 8000",
                        "handling", "责令支付并加付赔偿金"));
        var path = NOTICES + '/' + draft.text("/id");
        var refused = post(HEAD, path + "/approve", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(codes(refused)).containsExactly("PHONE_NUMBER", "LIST_OF_WORKERS");
        assertThat(refused.raw().body()).doesNotContain("8000", "张三");
        assertThat(post(HEAD, path + "/publish", null).status()).isEqualTo(409);

        done(INSPECTOR, path + "/revise", Map.of("facts", "拖欠23名农民工2024年3月工资157550.00元"));
        done(HEAD, path + "/approve", null);
        done(HEAD, path + "/publish", null);
        var published = awaited("wage.violation.published", draft.text("/id"));
        assertThat(published.path("quarter").asString()).isEqualTo("2024Q3");
        assertThat(api.get("/api/v1/wages/violations?quarter=2024Q3").raw().body())
                .contains(firm);
        assertThat(api.get("/api/v1/wages/violations?quarter=2024Q2").raw().body())
                .doesNotContain(firm);
        assertThat(api.get("/api/v1/wages/violations?quarter=Q3").status()).isEqualTo(400);

        done(HEAD, path + "/withdraw", Map.of("reason", "决定被撤销"));
        assertThat(api.get("/api/v1/wages/violations").raw().body()).doesNotContain(firm);
    }

    @Test
    void acceptsABadCheckCharacterOnlyOnAnOfficersWord() {
        var good = firm();
        var bad = good.substring(0, 17) + (good.endsWith("0") ? "1" : "0");
        var path = "/api/v1/wages/employers/" + bad;
        assertThat(codes(api.as(HEAD).put(path, Map.of("name", "旧码单位")))).containsExactly("CREDIT_CODE_CHECK_CHAR");
        assertThat(api.as(Who.firm(good)).put(path, Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(post(INSPECTOR, CASES, Map.of("employer_uscc", bad)).status())
                .isEqualTo(400);

        var accepted = api.as(HEAD).put(path, Map.of("name", "旧码单位", "manual_override", "已查验营业执照"));
        assertThat(accepted.status()).isEqualTo(200);
        done(INSPECTOR, CASES, Map.of("employer_uscc", bad));
        assertThat(api.as(Who.firm(good)).get(path).status()).isEqualTo(403);
        assertThat(api.as(HEAD).get(path).text("/employer/manual_override/by")).isEqualTo("head-1");
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
    void takesARefusedEmployerOffTheListWhenTheOrderIsRevoked() {
        var firm = firm();
        var workers = workers(firm, 1);
        var path = investigated(firm, workers, "2000.00");
        clock.set("2024-05-30");
        done(HEAD, path + "/order_pay", Map.of());
        clock.set("2024-06-07");
        night("order-deadlines", "2024-06-07");
        var caseId = path.substring(CASES.length() + 1);
        assertThat(codes(post(HEAD, ENTRIES, Map.of("case_id", caseId, "ground", "SEVERE_IMPACT"))))
                .containsExactly("LISTING_GROUND_NOT_MET");
        done(
                HEAD,
                path + "/record_incident",
                Map.of("kind", "GROUP", "occurred_on", "2024-06-07", "description", "群体性事件"));
        night("order-deadlines", "2024-06-08");
        var entry = ENTRIES + '/' + api.as(HEAD).get(path).text("/blacklist_entry");
        assertThat(post(HEAD, ENTRIES, Map.of("case_id", caseId, "ground", "SEVERE_IMPACT"))
                        .status())
                .isEqualTo(409);

        clock.set("2024-06-14");
        done(HEAD, entry + "/serve_notice", Map.of("persons", List.of(Map.of("name", "测试丁", "role", "MANAGER"))));
        done(Who.firm(firm), entry + "/object", Map.of("statement", "已经支付"));
        done(HEAD, entry + "/reject_objection", Map.of("reason", "不成立"));
        done(HEAD, entry + "/extend", Map.of("reason", "案情复杂"));
        clock.set("2024-06-20");
        assertThat(done(HEAD, entry + "/list", null).text("/ground")).isEqualTo("SEVERE_IMPACT");
        assertThat(codes(post(HEAD, entry + "/annul", Map.of("reason", "撤销")))).containsExactly("ORDER_NOT_REVOKED");

        done(HEAD, path + "/revoke_order", Map.of("reason", "主体错误"));
        assertThat(done(HEAD, entry + "/annul", Map.of("reason", "撤销")).text("/removal/reason"))
                .isEqualTo("ANNULLED");
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
        assertThat(post(other, second + "/file", null).text("/code")).isEqualTo("OTHER_DISTRICT");
        assertThat(post(HEAD, second + "/file", null).text("/code")).isEqualTo("FORBIDDEN_ROLE");
    }
}
