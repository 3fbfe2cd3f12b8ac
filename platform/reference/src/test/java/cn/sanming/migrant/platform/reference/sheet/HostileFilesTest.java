package cn.sanming.migrant.platform.reference.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A hostile file costs next to nothing: well below a second on a quiet machine, and no more memory than an honest one.
class HostileFilesTest {

    private static final String ROW = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>身份证号</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>应发工资</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>实发工资</t></is></c></row>";
    private static final int MILLION = 1_000_000;

    /// Classes are loaded before anything is measured.
    @BeforeAll
    static void warm() throws IOException {
        Sheets.read(Sheets.PAYROLL, Sheets.file("A01-title-row.xlsx"));
        Sheets.read(Sheets.PAYROLL, Sheets.file("C06-semicolon.csv"));
    }

    private static byte[] filled(int unit, int times, String sheetStart, String filler) {
        var piece = filler.repeat(unit).getBytes(StandardCharsets.UTF_8);
        return XlsxParts.oneSheet()
                .part("xl/worksheets/sheet1.xml", out -> {
                    out.write(("<worksheet xmlns=\"" + XlsxParts.MAIN + "\"><sheetData>" + sheetStart)
                            .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < times; i++) {
                        out.write(piece);
                    }
                })
                .bytes();
    }

    static Stream<Arguments> bombs() {
        var tenThousand = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            tenThousand
                    .append("<sheet name=\"S")
                    .append(i)
                    .append("\" sheetId=\"")
                    .append(i)
                    .append("\" r:id=\"r1\"/>");
        }
        var parts = XlsxParts.oneSheet().sheet(ROW);
        for (int i = 0; i < 10_000; i++) {
            parts.text("xl/worksheets/sheet" + (i + 2) + ".xml", "");
        }
        return Stream.of(
                Arguments.of("300 MB of blanks", "UNPACKED_TOO_LARGE", filled(MILLION, 300, ROW, " ")),
                Arguments.of(
                        "300 MB in a part nobody reads",
                        "UNPACKED_TOO_LARGE",
                        XlsxParts.oneSheet()
                                .sheet(ROW)
                                .part("xl/media/image1.png", out -> {
                                    for (int i = 0; i < 300; i++) {
                                        out.write(new byte[MILLION]);
                                    }
                                })
                                .bytes()),
                Arguments.of(
                        "one cell of 50 MB",
                        "CELL_TOO_LONG",
                        filled(MILLION, 50, ROW + "<row r=\"2\"><c r=\"A2\"><v>", "1")),
                Arguments.of(
                        "an attribute of 50 MB", "CELL_TOO_LONG", filled(MILLION, 50, ROW + "<row r=\"2\" x=\"", "1")),
                Arguments.of("a name of 50 MB", "CELL_TOO_LONG", filled(MILLION, 50, ROW + "<", "r")),
                Arguments.of(
                        "a row of a million cells and more",
                        "TOO_MANY_CELLS",
                        filled(1000, 2_000, ROW + "<row>", "<c/>")),
                Arguments.of(
                        "a cell in column 1,000,000",
                        "TOO_MANY_COLUMNS",
                        XlsxParts.oneSheet()
                                .sheet(ROW + "<row r=\"2\"><c r=\"BDWGO2\"><v>1</v></c></row>")
                                .bytes()),
                Arguments.of("a million rows", "TOO_MANY_ROWS", filled(1000, 1_000, ROW, "<row><c><v>1</v></c></row>")),
                Arguments.of(
                        "10,000 sheets",
                        "TOO_MANY_SHEETS",
                        XlsxParts.book(tenThousand.toString()).sheet(ROW).bytes()),
                Arguments.of("10,000 parts", "TOO_MANY_PARTS", parts.bytes()),
                Arguments.of(
                        "a million shared strings",
                        "TOO_MUCH_TEXT",
                        XlsxParts.oneSheet()
                                .sheet(ROW)
                                .part("xl/sharedStrings.xml", out -> {
                                    out.write("<sst>".getBytes(StandardCharsets.UTF_8));
                                    for (int i = 0; i < MILLION; i++) {
                                        out.write("<si><t>abcdefghijkl</t></si>".getBytes(StandardCharsets.UTF_8));
                                    }
                                })
                                .bytes()),
                Arguments.of(
                        "entities that grow",
                        "UNREADABLE_SHEET",
                        XlsxParts.oneSheet()
                                .text(
                                        "xl/worksheets/sheet1.xml",
                                        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                                                + "<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>")
                                .bytes()),
                Arguments.of("19 MB of one line", "CELL_TOO_LONG", filled('a', 19 * MILLION)),
                Arguments.of("19 MB of commas", "CELL_TOO_LONG", filled(',', 19 * MILLION)),
                Arguments.of("19 MB of line ends", "TOO_MANY_ROWS", filled('\n', 19 * MILLION)),
                Arguments.of("21 MB", "FILE_TOO_LARGE", filled('a', 21 << 20)));
    }

    private static byte[] filled(char c, int length) {
        var head = "身份证号,应发工资,实发工资\n".getBytes(StandardCharsets.UTF_8);
        var file = Arrays.copyOf(head, length);
        Arrays.fill(file, head.length, length, (byte) c);
        return file;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void costsNextToNothing(String name, String code, byte[] file) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();

        var refused = catchThrowableOfType(UnreadableSheet.class, () -> Sheets.read(Sheets.PAYROLL, file));

        var took = Duration.ofNanos(System.nanoTime() - start);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(refused).as(name).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(allocated).isLessThan(256L << 20);
    }

    @Test
    void refusesNumbersOfAnyLengthWithoutArithmetic() {
        var file = "身份证号,应发工资,实发工资\n350404199001010015,1e5000000,1e14\n350404199002020020," + "9".repeat(1000)
                + ",1e-5000000\n350404199003030036," + "1,".repeat(900).replace(",", "") + ",0.1\n";
        long start = System.nanoTime();

        var sheet = Sheets.read(Sheets.PAYROLL, file.getBytes(StandardCharsets.UTF_8));

        assertThat(sheet.faults())
                .containsExactly(
                        "B2 INVALID_MONEY",
                        "C2 INVALID_MONEY",
                        "B3 INVALID_MONEY",
                        "C3 INVALID_MONEY",
                        "B4 INVALID_MONEY");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesNumbersOfAnyLengthInJson() {
        var file = "{\"id_number\":\"350404199001010015\",\"gross\":1e5000000,\"net\":1e1000}\n"
                + "{\"id_number\":\"350404199001010015\",\"gross\":" + "9".repeat(5000) + ",\"net\":1}\n";

        var sheet = Sheets.read(Sheets.PAYROLL, file.getBytes(StandardCharsets.UTF_8));

        assertThat(sheet.faults()).containsExactly("null INVALID_MONEY", "null INVALID_MONEY", "null MALFORMED_JSON");
    }
}
