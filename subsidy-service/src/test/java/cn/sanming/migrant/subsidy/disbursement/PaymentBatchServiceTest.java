package cn.sanming.migrant.subsidy.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.subsidy.claim.ApprovedCases;
import cn.sanming.migrant.subsidy.payee.PayeeAccount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Approved money goes out through the bank, once.
@ServiceTest
class PaymentBatchServiceTest {

    private static final LocalDate APPROVED = LocalDate.of(2024, 7, 1);
    private static final String PAID = "PAID,2024-07-03,";
    private static final String FAILED = "FAILED,,账号 6228480312345678 已销户";

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    FieldCipher cipher;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    Cashbox cashbox;

    @BeforeEach
    void openTheCashDesk() {
        cashbox = new Cashbox(api, mongo, cipher);
        clock.set("2024-07-03");
    }

    @Test
    void paysABatchAsTheBankSaysAndRetriesWhatFailed() {
        var people = ApprovedCases.people("story", 3);
        var cases = cashbox.approved("350421", APPROVED, people);
        var nameless = ApprovedCases.document(mongo.getConverter(), "350421", APPROVED, "P-no-account", null);
        cashbox.keep(List.of(nameless));
        var batch = cashbox.open("350421");

        var collected = cashbox.collect(batch);
        assertThat(collected.text("/tally/collected/count")).isEqualTo("3");
        assertThat(collected.text("/tally/collected/total")).isEqualTo("3900.00");
        assertThat(collected.text("/without_account")).isEqualTo("1");
        assertThat(cashbox.collect(batch).text("/tally/collected/count")).isEqualTo("3");
        var own = api.as(Cashbox.maker()).post(Cashbox.BATCHES + "/" + batch + "/release", null);
        assertThat(own.status()).isEqualTo(403);
        assertThat(own.text("/code")).isEqualTo("FOUR_EYES");
        var early = api.as(Cashbox.releaser()).get(Cashbox.BATCHES + "/" + batch + "/bank-file");
        assertThat(early.text("/errors/0/code")).isEqualTo("BATCH_NOT_RELEASED");
        assertThat(cashbox.release(batch).text("/state")).isEqualTo("RELEASED");

        var order = cashbox.bankFile(batch);
        assertThat(order).contains("王" + people.getFirst(), "62284803", "TOTAL,3,3900.00");
        assertThat(cashbox.bankFile(batch)).isEqualTo(order);
        assertThat(api.as(Who.officer("u-17", null, "HR_OFFICER"))
                        .get(Cashbox.BATCHES + "/" + batch + "/bank-file")
                        .status())
                .isEqualTo(404);
        assertThat(mongo.getCollection("audit").countDocuments()).isPositive();

        var failing = PaymentLine.refOf(batch, cases.get(people.get(2)));
        var answer = cashbox.answerTo(batch, row -> row[0].equals(failing) ? FAILED : PAID);
        var wrong = cashbox.answer(batch, answer.replace("TOTAL,3,2600.00", "TOTAL,3,2600.01"));
        assertThat(wrong.text("/errors/0/code")).isEqualTo("TOTALS_DIFFER");
        assertThat(cashbox.application(cases.get(people.getFirst())).text("/state"))
                .isEqualTo("APPROVED");

        var withStranger = answer.replace("TOTAL,3,2600.00", "pl-unknown,1.00,FAILED,,\r\nTOTAL,4,2600.00");
        var report = cashbox.answer(batch, withStranger);
        assertThat(report.text("/booked")).as(report.raw().body()).isEqualTo("3");
        assertThat(report.text("/problems/0/code")).isEqualTo("UNKNOWN_LINE");
        assertThat(report.text("/problems/0/line")).isEqualTo("5");
        assertThat(report.text("/batch/state")).isEqualTo("SETTLED");
        var paid = cashbox.application(cases.get(people.getFirst()));
        assertThat(paid.text("/state")).isEqualTo("PAID");
        assertThat(paid.text("/paid_on")).isEqualTo("2024-07-03");

        var again = cashbox.answer(batch, withStranger);
        assertThat(again.text("/booked")).isEqualTo("0");
        assertThat(again.text("/known")).isEqualTo("3");
        var failed = cashbox.lines(batch).stream()
                .filter(line -> line.path("state").asString().equals("FAILED"))
                .toList();
        assertThat(failed).hasSize(1);
        assertThat(failed.getFirst().path("note").asString()).isEqualTo("账号 **** 已销户");

        var later = cashbox.sent("350421");
        assertThat(cashbox.lines(later)).hasSize(1);
        assertThat(cashbox.answer(later, cashbox.answerTo(later, _ -> PAID)).text("/booked"))
                .isEqualTo("1");
        var late = cashbox.answer(batch, cashbox.answerTo(batch, _ -> PAID));
        assertThat(late.text("/problems/0/code")).isEqualTo("BOOKED_OTHERWISE");
        cases.values().forEach(id -> assertThat(
                        events.await("subsidy.application.paid", id).id())
                .isEqualTo(events.of("subsidy.application.paid", id).getFirst().id()));
    }

    @Test
    void takesOneBadPaymentOutBeforeTheRelease() {
        var people = ApprovedCases.people("bad", 2);
        var cases = cashbox.approved("350423", APPROVED, people);
        var batch = cashbox.open("350423");
        cashbox.collect(batch);
        var bad = PaymentLine.refOf(batch, cases.get(people.getFirst()));
        var out = Map.of("line_refs", List.of(bad), "reason", "account under enquiry");
        var path = Cashbox.BATCHES + "/" + batch + "/take_out";

        assertThat(api.as(Cashbox.maker()).post(path, out).text("/tally/taken_out/count"))
                .isEqualTo("1");
        assertThat(api.as(Cashbox.maker()).post(path, out).text("/errors/0/code"))
                .isEqualTo("LINE_NOT_COLLECTED");
        assertThat(cashbox.collect(batch).text("/tally/collected/count")).isEqualTo("1");
        cashbox.release(batch);
        assertThat(cashbox.bankFile(batch)).doesNotContain(bad).contains("TOTAL,1,1300.00");
        assertThat(api.as(Cashbox.maker()).post(path, out).text("/errors/0/code"))
                .isEqualTo("BATCH_NOT_OPEN");
        assertThat(cashbox.collect(batch).text("/errors/0/code")).isEqualTo("BATCH_NOT_OPEN");
        var next = cashbox.open("350423");
        assertThat(cashbox.collect(next).text("/tally/collected/count")).isEqualTo("1");
    }

    @Test
    void refusesToPayByHandWhatABatchHolds() {
        var people = ApprovedCases.people("hand", 2);
        var cases = cashbox.approved("350424", APPROVED, people);
        var first = cases.get(people.getFirst());
        var amount = Map.of("amount", "1300.00");
        var byHand = api.as(Cashbox.maker()).post(Cashbox.APPLICATIONS + "/" + first + "/pay", amount);
        assertThat(byHand.text("/state")).isEqualTo("PAID");
        var batch = cashbox.sent("350424");
        assertThat(cashbox.lines(batch)).hasSize(1);
        var second = cases.get(people.get(1));
        var refused = api.as(Cashbox.maker()).post(Cashbox.APPLICATIONS + "/" + second + "/pay", amount);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("IN_A_PAYMENT_BATCH");
    }

    @Test
    void paysEachCaseOnceWhenBatchesAndReturnFilesRace() throws Exception {
        var people = ApprovedCases.people("race", 60);
        var cases = cashbox.approved("350425", APPROVED, people);
        var batches =
                IntStream.range(0, 4).mapToObj(_ -> cashbox.open("350425")).toList();

        allAtOnce(batches.stream()
                .<Callable<?>>map(batch -> () -> cashbox.collect(batch))
                .toList());
        var held = new ArrayList<String>();
        batches.forEach(batch -> cashbox.lines(batch)
                .forEach(line -> held.add(line.path("application_id").asString())));
        assertThat(held).hasSize(60).doesNotHaveDuplicates();

        var answers = new ArrayList<Callable<?>>();
        for (var batch : batches) {
            if (cashbox.release(batch).status() == 200) {
                var file = cashbox.answerTo(batch, _ -> PAID);
                answers.add(() -> cashbox.answer(batch, file));
                answers.add(() -> cashbox.answer(batch, file));
            }
        }
        allAtOnce(answers);
        var ids = new HashSet<>(cases.values());
        Awaitility.await("sixty payments told").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var told = events.all("subsidy.events").stream()
                    .filter(seen -> seen.type().contains("application.paid") && ids.contains(seen.subject()))
                    .map(seen -> seen.subject() + seen.id())
                    .distinct()
                    .toList();
            assertThat(told).hasSize(60);
        });
        assertThat(cases.values())
                .allSatisfy(
                        id -> assertThat(cashbox.application(id).text("/state")).isEqualTo("PAID"));
    }

    private static void allAtOnce(List<? extends Callable<?>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = work.stream().map(threads::submit).toList();
            for (var one : running) {
                one.get();
            }
        }
    }

    @Test
    void leavesBehindWhatWasSuspendedAndSuspendsWhatComesBackUnpaid() {
        var uscc = "91350404MA0FJM020R";
        var other = "91350404MA0FJM012Y";
        mongo.insert(List.of(cashbox.account(uscc), cashbox.account(other)), PayeeAccount.class);
        var cases = cashbox.keep(List.of(ApprovedCases.ofEmployer(mongo.getConverter(), "350426", APPROVED, other)));
        var atBank = cashbox.sent("350426");
        cases.putAll(cashbox.keep(List.of(ApprovedCases.ofEmployer(mongo.getConverter(), "350426", APPROVED, uscc))));
        var open = cashbox.open("350426");
        cashbox.collect(open);

        list(uscc);
        list(other);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> cashbox.application(cases.get(uscc)).text("/state").equals("SUSPENDED"));
        assertThat(cashbox.release(open).text("/errors/0/code")).isEqualTo("EMPTY_BATCH");
        assertThat(cashbox.application(cases.get(other)).text("/state")).isEqualTo("APPROVED");
        cashbox.answer(atBank, cashbox.answerTo(atBank, _ -> FAILED));
        assertThat(cashbox.application(cases.get(other)).text("/state")).isEqualTo("SUSPENDED");
    }

    private void list(String uscc) {
        events.publish(
                "wage.blacklist.listed",
                "b-" + uscc,
                "350426",
                clock.instant(),
                Map.of(
                        "employer_uscc", uscc,
                        "persons", List.of(),
                        "ground", "CRIME_AMOUNT",
                        "listed_on", "2024-07-03",
                        "listed_until", "2027-07-03"));
    }

    @Test
    void hearsFromTheWorkerWhetherTheMoneyArrived() {
        var person = "P-receipt";
        var named = api.as(Who.worker(person))
                .post("/api/v1/subsidies/payee-account", Map.of("holder", "李四", "number", "6228480311112222"));
        assertThat(named.text("/number")).isEqualTo("************2222");
        var id = cashbox.keep(ApprovedCases.documents(mongo.getConverter(), "350428", APPROVED, List.of(person)))
                .get(person);
        var path = Cashbox.APPLICATIONS + "/" + id;
        var worker = api.as(Who.worker(person));
        assertThat(worker.post(path + "/confirm_receipt", null).text("/errors/0/code"))
                .isEqualTo("NOT_PAID_YET");
        var batch = cashbox.sent("350428");
        cashbox.answer(batch, cashbox.answerTo(batch, _ -> PAID));
        var reason = Map.of("reason", "nothing arrived");
        assertThat(api.as(Who.worker("P-other"))
                        .post(path + "/dispute_receipt", reason)
                        .status())
                .isEqualTo(404);
        assertThat(worker.post(path + "/dispute_receipt", reason).text("/receipt/status"))
                .isEqualTo("DISPUTED");
        var answered = api.as(Cashbox.maker()).post(path + "/answer_dispute", Map.of("finding", "paid on 3 July"));
        assertThat(answered.text("/receipt/answer")).isEqualTo("paid on 3 July");
        assertThat(worker.post(path + "/confirm_receipt", null).text("/receipt/status"))
                .isEqualTo("CONFIRMED");
        assertThat(worker.post(path + "/dispute_receipt", reason).text("/errors/0/code"))
                .isEqualTo("RECEIPT_CONFIRMED_ALREADY");
    }
}
