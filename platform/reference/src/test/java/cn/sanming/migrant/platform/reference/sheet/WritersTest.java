package cn.sanming.migrant.platform.reference.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every writer times every quirk: the same two workers come out.
class WritersTest {

    static Stream<Arguments> workbooks() {
        return Stream.of(Writer.values())
                .flatMap(writer -> Stream.of(Quirk.values()).map(quirk -> Arguments.of(writer, quirk)));
    }

    static Stream<Arguments> texts() {
        return Stream.of("UTF-8", "GB18030", "UTF-16LE").flatMap(charset -> Stream.of(",", ";", "\t")
                .flatMap(separator -> Stream.of(Quirk.values()).map(quirk -> Arguments.of(charset, separator, quirk))));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void givesTheSameTwoWorkersOfAWorkbook(Writer writer, Quirk quirk) {
        same(Sheets.read(Sheets.PAYROLL, writer.write(quirk.grid())));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void givesTheSameTwoWorkersOfAText(String charset, String separator, Quirk quirk) {
        var text = quirk.grid().stream()
                .map(row ->
                        row.stream().map(cell -> '"' + cell.toString() + '"').collect(Collectors.joining(separator)))
                .collect(Collectors.joining("\r\n"));
        var mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";

        same(Sheets.read(Sheets.PAYROLL, (mark + text).getBytes(Charset.forName(charset))));
    }

    private static void same(Sheets sheet) {
        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.column("name")).containsExactly("测试甲", "测试乙");
        assertThat(sheet.column("id_number")).containsExactly(Quirk.Same.A, Quirk.Same.B);
        assertThat(sheet.column("bank_card")).containsExactly(Quirk.Same.CARD_A, Quirk.Same.CARD_B);
        assertThat(sheet.column("days")).containsExactly("22", "22.1");
        assertThat(sheet.column("gross")).containsExactly("6850.35", "6850.00");
        assertThat(sheet.column("deductions").getLast()).isEqualTo("350.00");
        assertThat(sheet.column("net")).containsExactly("6850.35", "6500.00");
        assertThat(sheet.report().notices()).isEmpty();
    }
}
