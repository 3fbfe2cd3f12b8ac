package cn.sanming.migrant.housing.lease;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.housing.lease.RentAccount.Payment;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RentAccountTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 31);
    private static final Money RENT = Money.of("308.00");

    private static RentAccount until(String day) {
        return RentAccount.empty().chargedUntil(START, LocalDate.parse(day), RENT);
    }

    @Test
    void chargesEachMonthOfTheLeaseOnceWhenItBegins() {
        assertThat(until("2024-01-30").charges()).isEmpty();
        assertThat(until("2024-01-31").charges()).hasSize(1);
        assertThat(until("2024-02-28").charges()).hasSize(1);
        assertThat(until("2024-02-29").charges()).hasSize(2);
        var again = until("2024-04-30").chargedUntil(START, LocalDate.of(2024, 4, 30), RENT);
        assertThat(again).isEqualTo(until("2024-04-30"));
        assertThat(again.charges().get(1).from()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(again.charges().get(1).dueOn()).isEqualTo(LocalDate.of(2024, 3, 30));
    }

    @Test
    void isOverdueOnTheDayAfterTheLast() {
        var account = until("2024-02-29");
        assertThat(account.monthsOverdue(LocalDate.of(2024, 2, 28))).isZero();
        assertThat(account.monthsOverdue(LocalDate.of(2024, 2, 29))).isEqualTo(1);
        assertThat(account.amountOverdue(LocalDate.of(2024, 2, 29))).isEqualTo(RENT);
    }

    @Test
    void settlesTheOldestMonthFirstAndCountsAPartAsUnpaid() {
        var day = LocalDate.of(2024, 4, 1);
        var account = until("2024-04-01");
        assertThat(account.monthsOverdue(day)).isEqualTo(2);
        var part = account.paid(new Payment("a", day, Money.of("400.00")));
        assertThat(part.monthsOverdue(day)).isEqualTo(1);
        assertThat(part.amountOverdue(day)).isEqualTo(Money.of("216.00"));
        assertThat(part.paid(new Payment("b", day, Money.of("216.00"))).monthsOverdue(day))
                .isZero();
    }
}
