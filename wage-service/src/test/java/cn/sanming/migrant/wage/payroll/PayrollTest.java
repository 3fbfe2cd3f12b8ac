package cn.sanming.migrant.wage.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayrollTest {

    private static final CommandContext ACT = CommandContext.ofSystem(Instant.parse("2024-04-15T01:00:00Z"));
    private static final LocalDate DUE = LocalDate.of(2024, 4, 15);

    private final Payroll payroll = Payroll.draft(
            new Payroll.Terms("p1", "91350404MA0FJM020R", "91350404MA0FJM012Y", YearMonth.of(2024, 3), DUE, DUE),
            List.of(line("w1", "6850.00"), line("w2", "6850.00"), line("w3", "100.01")),
            0,
            "content",
            "350404",
            ACT);

    static PayrollLine line(String person, String net) {
        return new PayrollLine(
                person, null, null, null, null, Money.of(net), List.of(), Money.of(net), true, null, null, null);
    }

    private static List<String> codes(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted _ -> List.of();
            case Verdict.Refused refused ->
                refused.refusal().reasons().stream()
                        .map(reason -> reason.code())
                        .toList();
        };
    }

    @Test
    void isSignedOnlyWhenEveryLineIsConfirmed() {
        payroll.confirm(List.of("w1", "w2"), ACT);
        assertThat(codes(payroll.sign())).containsExactly("LINES_NOT_CONFIRMED");

        payroll.confirm(List.of("w3"), ACT);
        assertThat(codes(payroll.sign())).isEmpty();
    }

    @Test
    void refusesTheConfirmationOfSomebodyWhoIsNotOnIt() {
        assertThat(codes(payroll.confirm(List.of("w1", "stranger"), ACT))).containsExactly("NOT_ON_PAYROLL");
        assertThat(codes(payroll.sign())).containsExactly("LINES_NOT_CONFIRMED");
    }

    @Test
    void cannotBeReplacedOnceAWorkerHasConfirmed() {
        assertThat(codes(payroll.replace(List.of(line("w1", "1.00")), 0, "other")))
                .isEmpty();
        payroll.confirm(List.of("w1"), ACT);

        assertThat(codes(payroll.replace(List.of(line("w1", "2.00")), 0, "third")))
                .containsExactly("LINES_ALREADY_CONFIRMED");
        assertThat(payroll.total()).isEqualTo(Money.of("1.00"));
    }

    @Test
    void cannotBeSignedWhileRowsOfTheSheetWereRejected() {
        payroll.replace(List.of(line("w1", "1.00")), 2, "other");
        payroll.confirm(List.of("w1"), ACT);

        assertThat(codes(payroll.sign())).containsExactly("ROWS_REJECTED");
    }

    @Test
    void keepsTheUnpaidLinesOpenAfterAPartPayment() {
        assertThat(codes(payroll.credit(List.of("w1", "w2"), DUE, "b-1", false, ACT)))
                .isEmpty();

        assertThat(payroll.unpaid()).extracting(PayrollLine::personId).containsExactly("w3");
        assertThat(payroll.file().outbox().pending()).isEmpty();
    }

    @Test
    void callsNothingAndEverythingNoPart() {
        assertThat(codes(payroll.credit(List.of(), DUE, "b-1", false, ACT))).containsExactly("NOT_A_PART");
        assertThat(codes(payroll.credit(payroll.personIds(), DUE, "b-1", false, ACT)))
                .containsExactly("NOT_A_PART");
    }

    @Test
    void isPaidWhenEveryLineIsCreditedAndSaysSoOnce() {
        payroll.credit(List.of("w1"), DUE, "b-1", false, ACT);

        assertThat(codes(payroll.credit(List.of("w2"), DUE, "b-2", true, ACT))).containsExactly("LINES_NOT_CREDITED");
        assertThat(codes(payroll.credit(List.of("w2", "w3"), DUE, "b-2", true, ACT)))
                .isEmpty();

        assertThat(payroll.unpaid()).isEmpty();
        assertThat(payroll.file().outbox().pending()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("wage.payroll.paid");
            assertThat(event.data()).contains("\"total\":\"13800.01\"", "\"workers\":3", "\"insured_unemployment\":3");
        });
    }

    @Test
    void refusesACreditInTheFuture() {
        assertThat(codes(payroll.credit(payroll.personIds(), DUE.plusDays(1), "b", true, ACT)))
                .containsExactly("PAID_IN_THE_FUTURE");
    }

    @Test
    void hasOneIdForOneProjectEmployerAndMonth() {
        assertThat(Payroll.idOf("p1", "e", YearMonth.of(2024, 3)))
                .isEqualTo(Payroll.idOf("p1", "e", YearMonth.of(2024, 3)));
        assertThat(Payroll.idOf(null, "e", YearMonth.of(2024, 3)))
                .isNotEqualTo(Payroll.idOf("p1", "e", YearMonth.of(2024, 3)));
    }
}
