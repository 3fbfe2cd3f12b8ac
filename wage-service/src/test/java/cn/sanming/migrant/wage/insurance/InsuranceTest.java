package cn.sanming.migrant.wage.insurance;

import static cn.sanming.migrant.wage.Acting.CONTRACTOR;
import static cn.sanming.migrant.wage.Acting.FIRM;
import static cn.sanming.migrant.wage.Acting.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.RuleTable;
import cn.sanming.migrant.wage.Acting;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsuranceTest {

    private static final InsuredStart RULE = new InsuredStart();
    private static final RuleTable RULES = new RuleTable(RULE);
    private static final LocalDate FROM = LocalDate.of(2024, 3, 1);
    private static final LocalDate TO = LocalDate.of(2025, 8, 31);

    private static ProjectInsurance policy() {
        var price = Money.of("60000000.00");
        return ProjectInsurance.of(
                "p1",
                CONTRACTOR,
                "350404",
                price,
                FROM,
                TO,
                RULES.book().decide(RULE, new InsuredStart.Facts(price, FROM, FROM, TO)),
                Acting.firm(CONTRACTOR, "2024-02-20"));
    }

    private static InsuranceRecord record(Scheme scheme) {
        return InsuranceRecord.begin("in-1", WORKER, scheme, FIRM, "350404", FROM, false, 0);
    }

    @Test
    void publishesThePremiumAndTheInsuredDays() {
        var event = Acting.lastEvent(policy().file());
        assertThat(event.path("premium").asString()).isEqualTo("60000.00");
        assertThat(event.path("from").asString()).isEqualTo("2024-03-01");
        assertThat(event.path("to").asString()).isEqualTo("2025-08-31");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, false", "2024-03-01, true", "2025-08-31, true", "2025-09-01, false"})
    void coversTheDaysFromTheFirstToTheLast(LocalDate day, boolean covered) {
        assertThat(policy().covers(day)).isEqualTo(covered);
    }

    @Test
    void isExtendedThroughItsLastDayAndNotLater() {
        var policy = policy();
        assertThat(Acting.codes(policy.extend(TO, Acting.firm(CONTRACTOR, "2025-08-31"))))
                .containsExactly("NOT_LONGER");
        assertThat(Acting.codes(policy.extend(TO.plusDays(30), Acting.firm(CONTRACTOR, "2025-08-31"))))
                .isEmpty();
        assertThat(Acting.types(policy.file())).hasSize(2);
        assertThat(Acting.codes(policy.extend(TO.plusDays(60), Acting.firm(CONTRACTOR, "2025-10-01"))))
                .containsExactly("POLICY_RAN_OUT");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-02-29, false",
        "2024-01-01, 2024-03-01, true",
        "2024-06-30, , true",
        "2024-07-01, , false",
        "2024-01-01, , true",
    })
    void noticesWhoWouldBeInsuredTwice(LocalDate from, LocalDate to, boolean twice) {
        var record = record(Scheme.UNEMPLOYMENT);
        record.end(LocalDate.of(2024, 6, 30));
        assertThat(record.meets(from, to)).isEqualTo(twice);
    }

    @Test
    void countsMonthsUpwardsOnly() {
        var record = record(Scheme.EMPLOYEE_PENSION);
        assertThat(Acting.codes(record.paid(5))).isEmpty();
        assertThat(Acting.codes(record.paid(4))).containsExactly("COUNT_WENT_DOWN");
        assertThat(record.monthsPaid()).isEqualTo(5);
    }

    @Test
    void endsOnce() {
        var record = record(Scheme.MEDICAL);
        assertThat(Acting.codes(record.end(FROM.minusDays(1)))).containsExactly("END_BEFORE_START");
        assertThat(Acting.codes(record.end(FROM))).isEmpty();
        assertThat(Acting.codes(record.end(FROM))).containsExactly("INSURANCE_ENDED");
    }

    @ParameterizedTest
    @CsvSource({
        "UNEMPLOYMENT, 11, false, ",
        "UNEMPLOYMENT, 12, false, UNEMPLOYMENT_BENEFIT",
        "UNEMPLOYMENT, 11, true, ",
        "UNEMPLOYMENT, 12, true, ONE_OFF_LIVING_SUBSIDY",
        "MEDICAL, 60, false, ",
    })
    void hintsAtWhatMayBeAskedFor(Scheme scheme, int months, boolean contract, BenefitHint hint) {
        var figures = RULES.book().policy().on(FROM);
        assertThat(BenefitHint.of(scheme, months, contract, figures).orElse(null))
                .isEqualTo(hint);
    }
}
