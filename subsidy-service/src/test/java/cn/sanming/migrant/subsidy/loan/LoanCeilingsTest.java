package cn.sanming.migrant.subsidy.loan;

import static cn.sanming.migrant.subsidy.Window.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.subsidy.Window;
import cn.sanming.migrant.subsidy.ledger.Recount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What one person may borrow in all: reserved when a loan is opened, and held at every later step.
@ServiceTest
class LoanCeilingsTest {

    private static final String LOANS = "/api/v1/subsidies/loans";
    private static final Map<String, ?> TO =
            Map.of("guarantor_uscc", "91350404MA0FJM111H", "bank_uscc", "91350404MA0FJM101G");
    private static final Who BANK = new Who("u-61", List.of("BANK"), null, null, "91350404MA0FJM101G", null);
    private static final Who GUARANTOR =
            new Who("u-51", List.of("GUARANTEE_ORG"), null, null, "91350404MA0FJM111H", null);

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    MongoTemplate mongo;

    @BeforeEach
    void open() {
        clock.set("2024-03-04");
    }

    private static Map<String, ?> wanting(String amount) {
        return Map.of(
                "kind", "INDIVIDUAL",
                "district", "350405",
                "requested", amount,
                "term_months", 24,
                "group", "RETURNING_MIGRANT_WORKER");
    }

    private Api.Answer ask(String person, String amount) {
        return await("an answer")
                .atMost(PATIENCE)
                .until(() -> api.as(Who.worker(person)).post(LOANS, wanting(amount)), answer -> answer.status() != 503);
    }

    private String opened(String person, String amount) {
        var answer = ask(person, amount);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return LOANS + "/" + answer.text("/id");
    }

    private void does(Who who, String path, String command, Object body) {
        Window.done(api.as(who).post(path + "/" + command, body));
    }

    private void paidOut(String path, String amount) {
        does(Window.officer(), path, "qualify", TO);
        does(GUARANTOR, path, "guarantee", null);
        does(BANK, path, "bank_approve", Map.of("amount", amount));
        does(BANK, path, "disburse", Map.of("contract_signed", true, "due_on", "2026-03-01"));
    }

    @Test
    void makesTwoLoansOf100000OutOf30OpeningsAtOnce() throws Exception {
        var start = new CountDownLatch(1);
        var running = new ArrayList<Future<Api.Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return ask("P-LOAN-30", "100000.00");
                }));
            }
            start.countDown();
        }
        var answers = new ArrayList<Api.Answer>();
        for (var one : running) {
            answers.add(one.get());
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
            assertThat(answer.text("/code")).isEqualTo("CAP_REACHED");
        });
        Recount.agrees(mongo);
    }

    @Test
    void keepsThe200000WhileTheyAreOwedAndGivesThemBackWhenTheyAreRepaid() {
        var first = opened("P-LOAN-1", "150000.00");
        paidOut(first, "120000.00");
        var tooMuch = ask("P-LOAN-1", "80000.01");
        assertThat(tooMuch.text("/errors/0/code")).isEqualTo("LOAN_CEILING_REACHED");
        assertThat(tooMuch.text("/errors/0/required")).as("what is left").isEqualTo("80000.00");
        var second = opened("P-LOAN-1", "80000.00");

        does(BANK, first, "instalment", Map.of("amount", "120000.00"));
        does(BANK, first, "repay", null);
        await("the ceiling is free again")
                .atMost(PATIENCE)
                .until(() -> ask("P-LOAN-1", "120000.00").status() == 201);

        assertThat(api.as(Window.officer()).get(second).text("/state")).isEqualTo("SUBMITTED");
        Recount.agrees(mongo);
    }

    @Test
    void lendsThreeTimesInALifeAndCountsWhatIsUnderWay() {
        for (var amount : List.of("10000.00", "20000.00", "30000.00")) {
            opened("P-LOAN-3", amount);
        }
        assertThat(ask("P-LOAN-3", "1000.00").text("/errors/0/code")).isEqualTo("LOANS_USED_UP");
    }

    @Test
    void givesBackWhatADeclinedLoanHadReserved() {
        var declined = opened("P-LOAN-4", "200000.00");
        assertThat(ask("P-LOAN-4", "0.01").status()).isEqualTo(422);
        does(Window.officer(), declined, "decline", Map.of("reason", "资料不实"));
        await("the ceiling is free again")
                .atMost(PATIENCE)
                .until(() -> ask("P-LOAN-4", "200000.00").status() == 201);
    }

    @Test
    void saysOnWhatALoanWasQualifiedOrDeclined() {
        var qualified = opened("P-LOAN-5", "100000.00");
        does(Window.officer(), qualified, "qualify", TO);
        var shown = api.as(Who.worker("P-LOAN-5")).get(qualified);
        assertThat(shown.text("/grounds/rules/0")).isEqualTo("LOAN_ELIGIBLE_GROUP");
        assertThat(shown.text("/grounds/maximum")).isEqualTo("200000.00");
        assertThat(shown.body().at("/grounds/steps").size()).isPositive();
        assertThat(shown.body().at("/grounds/parameters").size()).isPositive();
        does(GUARANTOR, qualified, "decline", Map.of("reason", "反担保不足"));
        assertThat(api.as(Who.worker("P-LOAN-5")).get(qualified).text("/declined_for"))
                .isEqualTo("反担保不足");
    }
}
