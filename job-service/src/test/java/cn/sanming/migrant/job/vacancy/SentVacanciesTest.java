package cn.sanming.migrant.job.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lists of vacancies that people really sent, and what becomes of them.
@ServiceTest
class SentVacanciesTest extends PartnerSteps {

    private static byte[] file(String name) throws IOException {
        try (var in = Objects.requireNonNull(SentVacanciesTest.class.getResourceAsStream("/sheets/" + name), name)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({"V01-title-row.xlsx,350,4000.00", "V02-wage-17digits.xlsx,351,4500.55"})
    void takesWhatPeopleSend(String name, int agency, String wage) throws IOException {
        var taken = agency(agency).post(IMPORTS, "application/octet-stream", file(name));

        assertThat(verdicts(taken)).as(taken.raw().body()).containsExactly("CREATED");
        var vacancy = agency(agency).get("/api/v1/jobs/vacancies/" + taken.text("/items/0/id"));
        assertThat(vacancy.text("/offer/wage_min")).isEqualTo(wage);
    }

    @Test
    void namesTheCellThatHoldsADate() throws IOException {
        var taken = agency(352).post(IMPORTS, "application/octet-stream", file("V03-date-cell.xlsx"));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text("/items/0/errors/0/code")).isEqualTo("DATE_IN_NUMBER_COLUMN");
        assertThat(taken.text("/items/0/errors/0/cell")).isEqualTo("G2");
        assertThat(taken.text("/items/0/errors/0/text_zh")).startsWith("G2“最低工资”：");
    }

    @Test
    void saysThatBrokenXmlCannotBeRead() throws IOException {
        var refused = agency(353).post(IMPORTS, "application/octet-stream", file("V06-broken-xml.xlsx"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/code")).isEqualTo("UNREADABLE_SHEET");
    }

    @Test
    void knowsCountiesUnitsAndColumnsThatSayNothing() {
        var file = "序号,统一社会信用代码,岗位编号,工作地,岗位名称,职业代码,招聘人数,最低工资（元）,最高工资,计薪方式,联系电话,有效期,备注\n1,"
                + line("U-1", "挡车工", "6000").split(",")[0]
                + ",U-1,沙县,挡车工,6-04-02-01,5人,4000元/月,\"6,000元\",元/月,0598-8221234,30天,急\n";
        var taken = agency(354).post(IMPORTS, "text/csv", file.getBytes(StandardCharsets.UTF_8));

        assertThat(verdicts(taken)).as(taken.raw().body()).containsExactly("CREATED");
        assertThat(taken.body().at("/reading/ignored").toString()).isEqualTo("[\"序号\",\"备注\"]");
        var vacancy = agency(354).get("/api/v1/jobs/partner-vacancies/U-1");
        assertThat(vacancy.text("/offer/district")).isEqualTo("350405");
        assertThat(vacancy.text("/offer/wage_max")).isEqualTo("6000.00");
    }

    @Test
    void keepsTheReceiptAndStoresNothingOnADryRun() {
        var file = (HEADER + line("D-1", "铆工", "6000")).getBytes(StandardCharsets.UTF_8);
        var tried = agency(355).post(IMPORTS + "?dry_run=true", "text/csv", file);
        assertThat(verdicts(tried)).containsExactly("CREATED");
        assertThat(agency(355).get("/api/v1/jobs/partner-vacancies/D-1").status())
                .isEqualTo(404);

        var taken = agency(355).post(IMPORTS, "text/csv", file);
        assertThat(verdicts(taken)).containsExactly("CREATED");
        var receipt = agency(355).get(IMPORTS + "/" + taken.text("/id"));
        assertThat(receipt.body().at("/counts/created").asInt()).isEqualTo(1);
        assertThat(agency(356).get(IMPORTS + "/" + taken.text("/id")).status()).isEqualTo(404);
        assertThat(agency(355).get(IMPORTS + "/" + taken.text("/id") + "/rows").text("/items/0/reference"))
                .isEqualTo("D-1");
        assertThat(agency(355).get(IMPORTS + "/template").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/1", "A%1", "A;1", "A\\1", "A,1"})
    void findsAReferenceThatNoPathCanHold(String reference) {
        var file = (HEADER + line('"' + reference + '"', "钳工" + (int) reference.charAt(1), "6000"))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(verdicts(agency(357).post(IMPORTS, "text/csv", file))).containsExactly("CREATED");

        var found = agency(357)
                .get("/api/v1/jobs/partner-vacancies?reference="
                        + URLEncoder.encode(reference, StandardCharsets.UTF_8));
        assertThat(found.text("/items/0/status/offer/reference")).isEqualTo(reference);
    }
}
