package cn.sanming.migrant.wage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final List<Claim> OWED =
            List.of(new Claim("P-1", 1, Money.of("100.00")), new Claim("P-2", 2, Money.of("200.00")));

    private static Receipt receipt(String day, String person, String amount) {
        return new Receipt(
                day + person, LocalDate.parse(day), List.of(new Receipt.Line(person, Money.of(amount))), "firm");
    }

    @Test
    void paysNobodyWithTheSurplusOfSomebodyElse() {
        var account = Reckoning.of(OWED, Map.of(), List.of(receipt("2024-06-01", "P-1", "300.00")), null);

        assertThat(account.paid()).isEqualTo(account.due());
        assertThat(account.outstanding()).isEqualTo(Money.of("200.00"));
        assertThat(account.open()).extracting(Reckoning.Line::personId).containsExactly("P-2");
    }

    @Test
    void countsWhatWasPaidUpToADayWithThatDay() {
        var receipts = List.of(receipt("2024-06-06", "P-1", "100.00"), receipt("2024-06-07", "P-2", "200.00"));

        assertThat(Reckoning.of(OWED, Map.of(), receipts, LocalDate.parse("2024-06-06"))
                        .outstanding())
                .isEqualTo(Money.of("200.00"));
        assertThat(Reckoning.of(OWED, Map.of(), receipts, null).outstanding()).isEqualTo(Money.ZERO);
    }

    @Test
    void addsDamagesToTheWorkerTheyBelongTo() {
        var account = Reckoning.of(OWED, Map.of("P-2", Money.of("0.01")), List.of(), null);

        assertThat(account.line("P-2").orElseThrow().due()).isEqualTo(Money.of("200.01"));
        assertThat(account.line("P-1").orElseThrow().due()).isEqualTo(Money.of("100.00"));
    }
}
