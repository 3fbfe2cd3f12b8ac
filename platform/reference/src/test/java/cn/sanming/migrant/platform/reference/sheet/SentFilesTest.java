package cn.sanming.migrant.platform.reference.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The small files that people really sent and that failed; what each becomes.
class SentFilesTest {

    private static Sheets payroll(String name) throws IOException {
        return Sheets.read(Sheets.PAYROLL, Sheets.file(name));
    }

    private static Sheets vacancies(String name) throws IOException {
        return Sheets.read(Sheets.VACANCIES, Sheets.file(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A01-title-row.xlsx",
                "A02-totals-row.xlsx",
                "B01-hidden-first-sheet.xlsx",
                "B02-two-row-header.xlsx",
                "B09-strict-ooxml.xlsx",
                "C05-utf16-unicode-text.csv",
                "C06-semicolon.csv",
                "C20-empty-tail-rows.csv"
            })
    void readsTheThreeWorkersOfEveryFile(String name) throws IOException {
        var sheet = payroll(name);

        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.column("id_number"))
                .containsExactly("350404199001010015", "350404199002020020", "350404199003030036");
        assertThat(sheet.column("bank_card"))
                .containsExactly("6222021405001000074", "6222021405001000140", "6222021405001000215");
        assertThat(sheet.column("net")).containsOnly("6500.00");
        assertThat(sheet.column("days")).containsOnly("22");
        assertThat(sheet.report().notices()).isEmpty();
    }

    @Test
    void skipsTheTotalAndComparesIt() throws IOException {
        assertThat(payroll("A02-totals-row.xlsx").report().skipped())
                .containsExactly(new SheetReport.Skipped(5, RowKind.TOTAL));
    }

    @Test
    void readsAnAmountAsTheProgramShowsIt() throws IOException {
        var sheet = payroll("A03-excel-17digits.xlsx");

        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.column("gross")).first().isEqualTo("6850.35");
        assertThat(vacancies("V02-wage-17digits.xlsx").column("wage_min")).containsExactly("4500.55");
    }

    @Test
    void saysThatAFormulaWasNeverCalculated() throws IOException {
        assertThat(payroll("A04c-formula-no-cache.xlsx").faults()).containsExactly("H2 FORMULA_NOT_CALCULATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A06-card-as-number.xlsx", "C16-card-mangled-by-excel.csv"})
    void saysThatAProgramHasThrownDigitsOfACardAway(String name) throws IOException {
        assertThat(payroll(name).faults()).first().asString().endsWith("2 DIGITS_LOST");
    }

    @Test
    void addsTwoColumnsOfDeductionsUp() throws IOException {
        var sheet = payroll("B25-two-deduction-columns.xlsx");

        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.column("deductions")).containsExactly("350.00");
    }

    @Test
    void spoilsOnlyTheRowThatHasMoreCells() throws IOException {
        var sheet = payroll("C11-extra-cells-in-one-row.csv");

        assertThat(sheet.faults()).containsExactly("H2 EXTRA_CELLS");
        assertThat(sheet.records()).hasSize(3);
    }

    @Test
    void refusesAnExponentWithoutAnyArithmetic() throws IOException {
        assertThat(payroll("D01-exponent.csv").faults()).containsExactly("B2 INVALID_MONEY", "C2 INVALID_MONEY");
    }

    @Test
    void findsTheHeaderOfVacanciesBelowATitle() throws IOException {
        var sheet = vacancies("V01-title-row.xlsx");

        assertThat(sheet.faults()).isEmpty();
        assertThat(sheet.column("openings")).containsExactly("5");
        assertThat(sheet.column("wage_unit")).containsExactly("MONTH");
    }

    @Test
    void namesTheDateThatStandsWhereAnAmountBelongs() throws IOException {
        assertThat(vacancies("V03-date-cell.xlsx").faults()).containsExactly("G2 DATE_IN_NUMBER_COLUMN");
    }

    @Test
    void saysThatBrokenXmlCannotBeRead() {
        assertThatThrownBy(() -> vacancies("V06-broken-xml.xlsx"))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class, e -> assertThat(e.code()).isEqualTo("UNREADABLE_SHEET"));
    }
}
