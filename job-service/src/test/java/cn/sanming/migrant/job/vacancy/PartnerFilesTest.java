package cn.sanming.migrant.job.vacancy;

import static cn.sanming.migrant.job.Deeds.VACANCIES;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.job.Deeds;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The files of partner agencies, row by row.
@ServiceTest
class PartnerFilesTest extends PartnerSteps {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void takesCsvInUtf8AndInTheNationalEncodingAsTheSameFile() {
        var csv = HEADER + line("C-1", "砌筑工", "6000") + line("C-2", "钢筋工", "1809.99") + line("C-3", "木工", "很多");
        var first = agency(100).post(IMPORTS, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(first.status()).isEqualTo(200);
        assertThat(verdicts(first)).containsExactly("CREATED", "REJECTED", "REJECTED");
        assertThat(first.text("/items/1/errors/0/code")).isEqualTo("WAGE_BELOW_MINIMUM");
        assertThat(first.text("/items/2/errors/0/code")).isEqualTo("INVALID_MONEY");
        assertThat(first.text("/items/2/errors/0/pointer")).isEqualTo("/wage_max");
        var again = agency(100).post(IMPORTS, "text/csv", csv.getBytes(Charset.forName("GB18030")));
        assertThat(verdicts(again)).containsExactly("UNCHANGED", "REJECTED", "REJECTED");
        assertThat(again.text("/items/0/id")).isEqualTo(first.text("/items/0/id"));
    }

    @Test
    void takesXlsxRowByRow() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("岗位");
            var header = HEADER.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            for (int row = 1; row <= 3; row++) {
                var cells = line("X-" + row, "架子工" + row, "6000").strip().split(",");
                for (int i = 0; i < cells.length; i++) {
                    sheet.value(row, i, cells[i]);
                }
                sheet.value(row, 5, 3);
                sheet.value(row, 7, 6500.5);
            }
        }
        var taken = agency(101).post(IMPORTS, XLSX, bytes.toByteArray());
        assertThat(verdicts(taken)).containsExactly("CREATED", "CREATED", "CREATED");
        var one = agency(101).get("/api/v1/jobs/partner-vacancies/X-2");
        assertThat(one.text("/offer/wage_max")).isEqualTo("6500.50");
        assertThat(one.body().at("/offer/openings").asInt()).isEqualTo(3);
        assertThat(one.text("/state")).isEqualTo("SUBMITTED");
        assertThat(one.text("/moderate_by")).isEqualTo("2024-03-06");
        assertThat(verdicts(agency(101).post(IMPORTS, XLSX, bytes.toByteArray())))
                .containsOnly("UNCHANGED");
    }

    @Test
    void aBrokenLineOfNdjsonSpoilsOnlyItself() {
        var json = JsonMapper.shared();
        var good = json.writeValueAsString(Deeds.offer(Deeds.creditCode(2), "漆工", "N-1"));
        var file = good + "\n{\"title\": \n\n[1]\n" + good.replace("N-1", "N-2").replace("漆工", "水工");
        var taken = agency(102).post(IMPORTS, "application/x-ndjson", file.getBytes(StandardCharsets.UTF_8));
        assertThat(verdicts(taken)).containsExactly("CREATED", "REJECTED", "REJECTED", "CREATED");
        assertThat(taken.text("/items/1/errors/0/code")).isEqualTo("MALFORMED_JSON");
        assertThat(taken.text("/items/3/reference")).isEqualTo("N-2");
    }

    @Test
    void submitsTheDraftThatAnImportLeftWhenItWasCutShort() {
        var agency = agency(104);
        var offer = Deeds.offer(Deeds.creditCode(3), "泥瓦工", "C-1");
        var left = agency.post(VACANCIES, offer);
        assertThat(left.text("/state")).isEqualTo("DRAFT");
        var file = JsonMapper.shared().writeValueAsString(offer).getBytes(StandardCharsets.UTF_8);

        assertThat(verdicts(agency.post(IMPORTS, "application/x-ndjson", file))).containsExactly("CREATED");
        assertThat(agency.get(VACANCIES + "/" + left.text("/id")).text("/state"))
                .isEqualTo("SUBMITTED");
        assertThat(verdicts(agency.post(IMPORTS, "application/x-ndjson", file))).containsExactly("UNCHANGED");
    }

    @Test
    void refusesWhatIsNoFileAtAllAndSaysWhereAFileBreaks() {
        var agency = agency(103);
        assertThat(agency.post(IMPORTS, XLSX, "no".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(agency.post(IMPORTS, "text/plain", new byte[] {1}).text("/errors/0/code"))
                .isEqualTo("UNKNOWN_FORMAT");
        assertThat(agency.post(IMPORTS, "text/csv", HEADER.getBytes(StandardCharsets.UTF_8))
                        .text("/errors/0/code"))
                .isEqualTo("EMPTY_SHEET");
        var cut =
                "[" + JsonMapper.shared().writeValueAsString(Deeds.offer(Deeds.creditCode(3), "焊工", "J-1")) + ", {\"ti";
        var taken = agency.post(IMPORTS, "application/json", cut.getBytes(StandardCharsets.UTF_8));
        assertThat(verdicts(taken)).containsExactly("CREATED", "REJECTED");
        assertThat(taken.body().path("complete").asBoolean()).isFalse();
        assertThat(api.as(Deeds.OFFICER).post(IMPORTS, List.of()).status()).isEqualTo(403);
    }
}
