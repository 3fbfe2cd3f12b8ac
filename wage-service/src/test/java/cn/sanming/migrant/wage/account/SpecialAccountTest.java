package cn.sanming.migrant.wage.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.Acting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpecialAccountTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final LocalDate DAY = LocalDate.parse("2024-04-15");
    private static final CommandContext REPORT = Acting.firm(Acting.CONTRACTOR, "2024-04-15");
    private static final Predicate<FundedMonth> FULL = month -> month.received().atLeast(month.required());

    private final SpecialAccount account = SpecialAccount.registered(
            new SpecialAccount.Terms(
                    "pj-1",
                    "91350404MA0FJM0637",
                    Acting.CONTRACTOR,
                    "Bank of Sanming",
                    "91350404MA0FJM041Y",
                    Money.of("157550.00"),
                    15,
                    LocalDate.parse("2024-03-02")),
            "350404",
            Acting.firm(Acting.CONTRACTOR, "2024-02-05"));

    @BeforeEach
    void open() {
        account.open("agreement-1", LocalDate.parse("2024-03-20"), Acting.firm(Acting.CONTRACTOR, "2024-02-19"));
        account.file().move("open", AccountState.OPEN.name(), "BANK", REPORT, null);
    }

    private static Movement.Credit credit(String reference, String amount) {
        return new Movement.Credit(reference, MARCH, Money.of(amount), DAY);
    }

    @Test
    void publishesTheShortfallOfAMonthAtOnceAndOnlyOnce() {
        account.report(MARCH, Money.of("157550.00"), null, FULL, REPORT);
        account.report(MARCH, Money.of("160000.00"), null, FULL, REPORT);
        account.examine(MARCH, FULL, Acting.system("2024-04-20"));

        assertThat(Acting.types(account.file())).containsExactly("wage.account.underfunded");
        var event = Acting.lastEvent(account.file());
        assertThat(event.path("period").asString()).isEqualTo("2024-03");
        assertThat(event.path("required").asString()).isEqualTo("157550.00");
        assertThat(event.path("received").asString()).isEqualTo("0.00");
    }

    @Test
    void waitsWithTheAlertWhileTheMonthRuns() {
        account.report(YearMonth.of(2024, 4), Money.of("157550.00"), null, FULL, REPORT);

        assertThat(Acting.types(account.file())).isEmpty();
    }

    @Test
    void isSilentWhenTheLastFenHasArrived() {
        account.credit(credit("c-1", "157549.99"), DAY);
        account.credit(credit("c-2", "0.01"), DAY);

        assertThat(account.examine(MARCH, FULL, REPORT)).isFalse();
        assertThat(account.balance()).isEqualTo(Money.of("157550.00"));
    }

    @Test
    void forgetsAShortfallThatIsMadeUp() {
        account.examine(MARCH, FULL, REPORT);
        assertThat(account.underfunded()).containsExactly(MARCH);

        account.credit(credit("c-1", "157550.00"), DAY);

        assertThat(account.underfunded()).isEmpty();
    }

    @Test
    void countsACreditOnceHoweverOftenTheBankReportsIt() {
        account.credit(credit("c-1", "100.00"), DAY);
        assertThat(Acting.codes(account.credit(credit("c-1", "100.00"), DAY))).isEmpty();
        assertThat(Acting.codes(account.credit(credit("c-1", "200.00"), DAY)))
                .containsExactly("REFERENCE_USED_FOR_ANOTHER_CREDIT");

        assertThat(account.balance()).isEqualTo(Money.of("100.00"));
    }

    @Test
    void refusesAReportThatContradictsTheCredits() {
        account.credit(credit("c-1", "100.00"), DAY);

        var verdict = account.report(MARCH, Money.of("100.00"), Money.of("90.00"), FULL, REPORT);

        assertThat(Acting.codes(verdict)).containsExactly("RECEIVED_DIFFERS_FROM_CREDITS");
    }

    @Test
    void paysAPayrollOnceAndNeverMoreThanItHolds() {
        account.credit(credit("c-1", "100.00"), DAY);

        assertThat(account.withdraw("pr-1", Money.of("60.00"), DAY)).isTrue();
        assertThat(account.withdraw("pr-1", Money.of("60.00"), DAY)).isTrue();
        assertThat(account.withdraw("pr-2", Money.of("40.01"), DAY)).isFalse();
        assertThat(account.withdraw("pr-3", Money.of("40.00"), DAY)).isTrue();

        assertThat(account.balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void paysNothingOnceItIsClosing() {
        account.credit(credit("c-1", "100.00"), DAY);
        account.file().move("request_close", AccountState.CLOSING_PUBLICITY.name(), "BANK", REPORT, null);

        assertThat(account.withdraw("pr-1", Money.of("60.00"), DAY)).isFalse();
    }

    @Test
    void closesOnTheDayAfterThePublicity() {
        var until = LocalDate.parse("2025-02-10");

        assertThat(Acting.codes(account.requestClose(false, true, until)))
                .containsExactly("PROJECT_NOT_COMPLETED", "OPEN_ARREARS");
        assertThat(Acting.codes(account.requestClose(true, false, until))).isEmpty();
        assertThat(Acting.codes(account.close(true, false, Acting.system("2025-02-10"))))
                .containsExactly("PUBLICITY_NOT_OVER");
        assertThat(Acting.codes(account.close(true, true, Acting.system("2025-02-11"))))
                .containsExactly("OPEN_ARREARS");
        assertThat(Acting.codes(account.close(true, false, Acting.system("2025-02-11"))))
                .isEmpty();
    }

    @Test
    void expectsTheMoneyOnTheLastDayOfAMonthTooShortForTheFundingDay() {
        var late = new SpecialAccount.Terms("pj-2", "o", "c", "b", "u", Money.of(1), 31, DAY);

        var other = SpecialAccount.registered(late, null, REPORT);

        assertThat(other.fundingDue(YearMonth.of(2024, 1))).isEqualTo(LocalDate.parse("2024-02-29"));
        assertThat(account.fundingDue(MARCH)).isEqualTo(LocalDate.parse("2024-04-15"));
    }
}
