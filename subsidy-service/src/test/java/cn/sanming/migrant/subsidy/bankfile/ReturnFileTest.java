package cn.sanming.migrant.subsidy.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.subsidy.claim.ApprovedCases;
import cn.sanming.migrant.subsidy.disbursement.Cashbox;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// What the bank answers is booked whole or not at all, however long it is and however often it comes.
@ServiceTest
class ReturnFileTest {

    private static final LocalDate APPROVED = LocalDate.of(2024, 7, 1);
    private static final String PAID = "PAID,2024-07-03,";

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    FieldCipher cipher;

    @Autowired
    SettableClock clock;

    Cashbox cashbox;

    @BeforeEach
    void openTheCashDesk() {
        cashbox = new Cashbox(api, mongo, cipher);
        clock.set("2024-07-03");
    }

    @Test
    void refusesAReturnFileThatIsNotWhole() {
        cashbox.approved("350428", APPROVED, ApprovedCases.people("torn", 1));
        var batch = cashbox.sent("350428");
        var file = cashbox.answerTo(batch, _ -> PAID);
        assertThat(cashbox.answer(batch, file.substring(0, file.indexOf("TOTAL")))
                        .text("/errors/0/code"))
                .isEqualTo("TOTAL_MISSING");
        assertThat(cashbox.answer(batch, "a,b\r\n").text("/errors/0/code")).isEqualTo("UNKNOWN_COLUMNS");
        assertThat(cashbox.answer(
                                batch,
                                file.replace("1300.00,PAID", "1299.00,PAID").replace(",1300.00", ",1299.00"))
                        .text("/problems/0/code"))
                .isEqualTo("AMOUNT_DIFFERS");
        assertThat(cashbox.answer(batch, file.replace("2024-07-03", "2024-07-04"))
                        .text("/problems/0/code"))
                .isEqualTo("PAID_ON_OUT_OF_RANGE");
    }

    @Test
    void streamsThousandsOfPaymentsAndKnowsThemAgain() {
        var people = ApprovedCases.people("many", 2_000);
        cashbox.approved("350481", APPROVED, people);
        var batch = cashbox.open("350481");
        assertThat(cashbox.collect(batch).text("/tally/collected/count")).isEqualTo("2000");
        assertThat(cashbox.release(batch).text("/tally/sent/total")).isEqualTo("2600000.00");
        var file = cashbox.answerTo(batch, _ -> PAID);
        var report = cashbox.answer(batch, file);
        assertThat(report.text("/booked")).as(report.raw().body()).isEqualTo("2000");
        assertThat(report.text("/batch/state")).isEqualTo("SETTLED");
        assertThat(cashbox.answer(batch, file).text("/known")).isEqualTo("2000");
    }
}
