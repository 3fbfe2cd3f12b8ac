package cn.sanming.migrant.wage.payroll;

import static cn.sanming.migrant.wage.Acting.codes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.PayrollLines.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayrollTest {

    private static final CommandContext ACT = CommandContext.ofSystem(Instant.parse("2024-04-15T01:00:00Z"));
    private static final LocalDate DUE = LocalDate.of(2024, 4, 15);

    private final Payroll payroll =
            Payroll.draft(terms(null), sheet(1, List.of(), "6850.00", "6850.00", "100.01"), "350404", ACT);

    private static Payroll.Terms terms(Payroll.BackPay backPay) {
        return new Payroll.Terms(
                "p1", "91350404MA0FJM020R", "91350404MA0FJM012Y", YearMonth.of(2024, 3), DUE, DUE, backPay);
    }

    private static PayrollLine.Wage wage(String net) {
        return new PayrollLine.Wage(null, null, null, null, Money.of(net), List.of(), Money.of(net), true);
    }

    private static Payroll.Sheet sheet(int number, List<Gap> gaps, String... nets) {
        var wages = List.of(nets).stream().map(PayrollTest::wage).toList();
        return new Payroll.Sheet(number, "content-" + number, Tally.of(wages), gaps);
    }

    private static Gap gap(int row) {
        return new Gap(row, List.of(Reason.at("/net", "REQUIRED")), null);
    }

    private PayrollForms.NewSheet next(Payroll.Sheet sheet) {
        return new PayrollForms.NewSheet(payroll.number(), sheet, null);
    }

    @Test
    void isSignedOnlyWhenEveryLineIsConfirmed() {
        assertThat(codes(payroll.sign(1, false))).containsExactly("LINES_NOT_CONFIRMED");
        assertThat(codes(payroll.sign(0, false))).isEmpty();
    }

    @Test
    void isNotSignedWithUnreadRowsUnlessTheSignerLeavesThemToBackPay() {
        assertThat(codes(payroll.replace(next(sheet(2, List.of(gap(3)), "1.00")))))
                .isEmpty();

        assertThat(codes(payroll.sign(0, false))).containsExactly("ROWS_REJECTED");
        assertThat(codes(payroll.sign(0, true))).isEmpty();
    }

    @Test
    void takesANewSheetWhileItIsADraftAndNeverAfterwards() {
        assertThat(codes(payroll.replace(next(sheet(2, List.of(), "1.00"))))).isEmpty();
        assertThat(payroll.total()).isEqualTo(Money.of("1.00"));
        assertThat(payroll.number()).isEqualTo(2);

        payroll.file().move("workers_sign", "SIGNED", "SUBCONTRACTOR", ACT, null);
        assertThat(codes(payroll.replace(next(sheet(3, List.of(), "2.00"))))).containsExactly("PAYROLL_NOT_DRAFT");
        assertThat(payroll.total()).isEqualTo(Money.of("1.00"));
    }

    @Test
    void refusesASheetThatWasPreparedForAnotherStateOfItsLines() {
        var late = new PayrollForms.NewSheet(7, sheet(8, List.of(), "1.00"), null);

        assertThat(codes(payroll.replace(late))).containsExactly("PAYROLL_IS_BEING_CHANGED");
        assertThat(payroll.number()).isEqualTo(1);
    }

    @Test
    void keepsTheUnpaidLinesOpenAfterAPartPayment() {
        assertThat(codes(payroll.creditable(2, DUE, false, ACT).verdict())).isEmpty();
        payroll.paid(new Sum(2, Money.of("13700.00")), 2, DUE, false, ACT);

        assertThat(payroll.tally().unpaid()).isEqualTo(1);
        assertThat(payroll.tally().unpaidNet()).isEqualTo(Money.of("100.01"));
        assertThat(payroll.openDue()).isEqualTo(DUE);
        assertThat(payroll.file().outbox().pending()).isEmpty();
    }

    @Test
    void callsNothingAndEverythingNoPart() {
        assertThat(codes(payroll.creditable(0, DUE, false, ACT).verdict())).containsExactly("NOT_A_PART");
        assertThat(codes(payroll.creditable(3, DUE, false, ACT).verdict())).containsExactly("NOT_A_PART");
    }

    @Test
    void isPaidWhenEveryLineIsCreditedAndSaysSoOnce() {
        assertThat(codes(payroll.creditable(2, DUE, true, ACT).verdict())).containsExactly("LINES_NOT_CREDITED");
        assertThat(codes(payroll.creditable(3, DUE, true, ACT).verdict())).isEmpty();
        payroll.paid(new Sum(3, Money.of("13800.01")), 2, DUE, true, ACT);

        assertThat(payroll.openDue()).isNull();
        assertThat(payroll.file().outbox().pending()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("wage.payroll.paid");
            assertThat(event.data()).contains("\"total\":\"13800.01\"", "\"workers\":3", "\"insured_unemployment\":3");
        });
    }

    @Test
    void staysDueForTheWorkersOfUnreadRowsWhenAllItsLinesArePaid() {
        payroll.replace(next(sheet(2, List.of(gap(2)), "10.00")));
        payroll.paid(new Sum(1, Money.of("10.00")), 3, DUE, true, ACT);

        assertThat(payroll.openDue()).isEqualTo(DUE);
        assertThat(payroll.file().outbox().pending().getLast().data()).contains("\"unread_rows\":1");
        payroll.close();
        assertThat(payroll.openDue()).isNull();
    }

    @Test
    void refusesACreditInTheFuture() {
        assertThat(codes(payroll.creditable(3, DUE.plusDays(1), true, ACT).verdict()))
                .containsExactly("PAID_IN_THE_FUTURE");
    }

    @Test
    void hasOneIdForOneProjectEmployerAndMonthAndOneForEachBackPayToIt() {
        var first = new Payroll.BackPay(payroll.id(), 1, List.of());
        assertThat(terms(null).payrollId()).isEqualTo(payroll.id());
        assertThat(Payroll.idOf(null, "e", YearMonth.of(2024, 3)))
                .isNotEqualTo(Payroll.idOf("p1", "e", YearMonth.of(2024, 3)));
        assertThat(terms(first).payrollId())
                .isEqualTo(
                        terms(new Payroll.BackPay(payroll.id(), 1, List.of(3))).payrollId())
                .isNotEqualTo(payroll.id())
                .isNotEqualTo(
                        terms(new Payroll.BackPay(payroll.id(), 2, List.of())).payrollId());
    }
}
