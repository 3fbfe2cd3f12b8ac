package cn.sanming.migrant.wage.payroll.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.protect.FieldCipher;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReaderTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String CSV =
            "姓名,身份证号,应发工资(元),扣款,实发工资,失业保险\n测试工人甲,350404199003070011,7000.00,150.00,6850.00,是\n";

    private static List<Map<String, String>> read(SheetFormat format, byte[] file) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        SheetReader.read(format, new ByteArrayInputStream(file), rows::add);
        return rows;
    }

    private static SheetRows lines(SheetFormat format, byte[] file) throws IOException {
        var rows = new SheetRows(
                new FieldCipher(KEY, KEY), KEY.getBytes(StandardCharsets.UTF_8), LocalDate.of(2024, 4, 1));
        SheetReader.read(format, new ByteArrayInputStream(file), rows::take);
        return rows;
    }

    static byte[] xlsx(List<List<String>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("工资表");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,false", "UTF-8,true", "GB18030,false"})
    void keepsChineseNamesInEveryEncodingOfCsv(String charset, boolean mark) throws IOException {
        var file = ((mark ? "\uFEFF" : "") + CSV).getBytes(Charset.forName(charset));

        assertThat(read(SheetFormat.CSV, file)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("name", "测试工人甲")
                .containsEntry("id_number", "350404199003070011")
                .containsEntry("gross", "7000.00"));
    }

    @Test
    void readsTheSameRowFromEveryFormat() throws IOException {
        var json =
                "{\"name\":\"测试工人甲\",\"id_number\":\"350404199003070011\",\"gross\":\"7000.00\",\"deductions\":\"150.00\",\"net\":\"6850.00\"}";
        var sheet = xlsx(List.of(
                List.of("姓名", "身份证号", "应发工资", "扣款", "实发工资"),
                List.of("测试工人甲", "350404199003070011", "7000.00", "150.00", "6850.00")));

        for (var rows : List.of(
                lines(SheetFormat.CSV, CSV.getBytes(StandardCharsets.UTF_8)),
                lines(SheetFormat.JSON, ("[" + json + "]").getBytes(StandardCharsets.UTF_8)),
                lines(SheetFormat.NDJSON, (json + "\n").getBytes(StandardCharsets.UTF_8)),
                lines(SheetFormat.XLSX, sheet))) {
            assertThat(rows.faults()).isEmpty();
            assertThat(rows.lines()).singleElement().satisfies(line -> {
                assertThat(line.net()).hasToString("6850.00");
                assertThat(line.personId()).startsWith("w").doesNotContain("3504");
            });
        }
    }

    @Test
    void keepsAVerdictForEveryRowWithoutQuotingIt() throws IOException {
        var file = """
                {"id_number":"350404199003070010","gross":"10.00","net":"10.00"}
                {"id_number":"350404199003070011","gross":"10.001","net":"-1.00"}
                {"id_number":"350404199003070011","gross":"10.00","net":"9.00"}
                {"id_number":"350404199003070011","gross":"10.00","net":"10.00"}
                {"gross":"10.00","net":"10.00"}
                """;

        var rows = lines(SheetFormat.NDJSON, file.getBytes(StandardCharsets.UTF_8));

        assertThat(rows.read()).isEqualTo(5);
        assertThat(rows.faults()).hasSize(5);
        assertThat(rows.faults().get(0).reasons()).extracting(Reason::code).containsExactly("ID_NUMBER_CHECK_DIGIT");
        assertThat(rows.faults().get(1).reasons())
                .extracting(Reason::code)
                .containsExactly("INVALID_MONEY", "INVALID_MONEY");
        assertThat(rows.faults().get(2).reasons())
                .extracting(Reason::code)
                .containsExactly("NET_NOT_GROSS_LESS_DEDUCTIONS", "WORKER_TWICE_IN_SHEET");
        assertThat(rows.faults().get(4).reasons()).extracting(Reason::code).containsExactly("REQUIRED");
        assertThat(rows.faults().toString()).doesNotContain("350404199003070011");
    }

    @ParameterizedTest
    @CsvSource({"XLSX", "JSON", "NDJSON"})
    void refusesAFileThatIsNotWhatItSays(SheetFormat format) {
        assertThatThrownBy(() -> read(format, "not a sheet".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SheetReader.Unreadable.class);
    }

    @Test
    void refusesNumbersThatWouldHoldACoreBeforeAnyArithmetic() {
        var file = "id_number,gross,net\n350404199003070011,1e3000000,1e3000000\n350404199003070011,1e14,1e1000\n";

        var rows = assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> lines(SheetFormat.CSV, file.getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.faults()).hasSize(2).allSatisfy(row -> assertThat(row.reasons())
                .extracting(Reason::code)
                .contains("INVALID_MONEY"));
    }
}
