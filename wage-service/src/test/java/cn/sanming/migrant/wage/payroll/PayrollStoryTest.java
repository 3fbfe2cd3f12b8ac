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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// A payroll from the uploaded sheet to the credit on every card, and the arrears when it is late.
@ServiceTest
class PayrollStoryTest {

    private static final String FIRM = "91350404MA0FJM020R";
    private static final String BANK = "91350404MA0FJM101G";
    private static final String IMPORTS = "/api/v1/wages/payrolls/imports?employer_uscc=" + FIRM + "&district=350404";
    private static final String SHEET = """
            姓名,身份证号,应发工资,实发工资
            测试工人甲,350404199003070011,6850.00,6850.00
            测试工人乙,35040519790520002X,5000.00,5000.00
            """;

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    JobRunner jobs;

    @Autowired
    QueryShapes shapes;

    @Autowired
    MongoTemplate mongo;

    private Api.Answer upload(String period, String sheet) {
        return api.as(Who.firm(FIRM))
                .post(IMPORTS + "&period=" + period, "text/csv", sheet.getBytes(StandardCharsets.UTF_8));
    }

    private void until(String day) {
        var from = clock.instant();
        jobs.forgetAfter(from);
        var to = Instant.parse(day + "T01:00:00Z");
        jobs.dueBetween(from, to).forEach(run -> {
            clock.set(run.due());
            assertThat(jobs.perform(run)).as(run.job().name()).isTrue();
        });
        clock.set(to);
    }

    @Test
    void goesFromTheSheetToEveryCard() {
        clock.set("2024-04-08");
        var taken = upload("2024-03", SHEET);
        assertThat(taken.status()).as(taken.raw().body()).isEqualTo(201);
        assertThat(taken.body().at("/accepted").asInt()).isEqualTo(2);
        assertThat(upload("2024-03", SHEET).body().at("/unchanged").asBoolean()).isTrue();
        var path = "/api/v1/wages/payrolls/" + taken.text("/payroll_id");
        var firm = api.as(Who.firm(FIRM));

        assertThat(firm.post(path + "/workers_sign", null).text("/errors/0/code"))
                .isEqualTo("LINES_NOT_CONFIRMED");
        firm.post(path + "/confirm", Map.of("signed_sheet", "S-1"));
        for (var step : List.of("workers_sign", "submit", "verify")) {
            assertThat(firm.post(path + "/" + step, null).status()).as(step).isEqualTo(200);
        }
        assertThat(firm.post(path + "/send_to_bank", null).text("/errors/0/code"))
                .isEqualTo("BANK_REQUIRED");
        firm.post(path + "/send_to_bank", Map.of("bank_uscc", BANK));
        var credits = Map.of("paid_on", "2024-04-08", "bank_ref", "b-1");
        var otherBank = new Who("b", List.of("BANK"), null, null, "91350404MA0FJM111H", null);
        assertThat(api.as(otherBank).post(path + "/pay", credits).text("/code")).isEqualTo("NOT_FOUND");
        assertThat(api.as(otherBank).get(path).status()).isEqualTo(404);
        var bank = new Who("b", List.of("BANK"), null, null, BANK, null);
        assertThat(api.as(bank).post(path + "/pay", credits).text("/state")).isEqualTo("PAID");

        var paid = events.await("wage.payroll.paid", taken.text("/payroll_id"));
        assertThat(paid.data().path("total").asString()).isEqualTo("11850.00");
        assertThat(new EventContracts(Path.of("contracts/events")).violations(paid))
                .isEmpty();
        assertThat(paid.data().toString()).doesNotContain("测试工人", "350404199003070011");
    }

    /// Not a byte of the file is read: it is none at all.
    @Test
    void asksWhoMayBeforeItReadsTheFile() {
        clock.set("2024-04-08");
        var junk = "not a sheet".getBytes(StandardCharsets.UTF_8);
        var xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

        assertThat(api.as(Who.firm(BANK))
                        .post(IMPORTS + "&period=2024-03", xlsx, junk)
                        .text("/errors/0/code"))
                .isEqualTo("NOT_YOUR_PAYROLL");
        assertThat(api.as(Who.firm(FIRM))
                        .post(IMPORTS + "&period=2024-03", xlsx, junk)
                        .text("/errors/0/code"))
                .isEqualTo("HEADER_NOT_FOUND");
    }

    @Test
    void isNoticedByTheNightlyCheckWhenLateAndOnlyOncePerLevel() {
        clock.set("2024-06-10");
        var payroll = upload("2024-05", SHEET).text("/payroll_id");
        until("2024-07-20");

        var found = api.as(Who.officer("i", "350404", "INSPECTOR")).get("/api/v1/wages/arrears?employer_uscc=" + FIRM);
        var mine = found.body()
                .at("/items")
                .valueStream()
                .filter(item -> item.path("payroll_id").asString().equals(payroll))
                .findFirst()
                .orElseThrow();
        assertThat(mine.path("level").asString()).isEqualTo("RED");
        assertThat(mine.path("total").asString()).isEqualTo("11850.00");
        var alerts = events.await("wage.arrears.detected", mine.path("id").asString(), 3);
        assertThat(alerts)
                .extracting(alert -> alert.data().path("level").asString())
                .containsExactly("YELLOW", "ORANGE", "RED");
        await().untilAsserted(() -> assertThat(shapes.withoutIndex(mongo)).isEmpty());
    }

    @Test
    void takesGoodRowsAndSaysWhatIsWrongWithTheOthers() {
        clock.set("2024-08-01");
        var answer = upload("2024-07", SHEET + "测试工人丙,350404199003070010,1.00,1.00\n");

        assertThat(answer.body().at("/rejected").asInt()).isEqualTo(1);
        assertThat(answer.text("/rows/0/errors/0/code")).isEqualTo("ID_NUMBER_CHECK_DIGIT");
        assertThat(answer.raw().body()).doesNotContain("350404199003070010", "测试工人丙");
        assertThat(upload("2024-07", "no header\n").status()).isEqualTo(400);
        assertThat(api.as(Who.firm("91350404MA0FJM012Y"))
                        .post(IMPORTS + "&period=2024-07", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
    }
}
