package cn.sanming.migrant.wage.cases;

import static cn.sanming.migrant.wage.Acting.codes;
import static cn.sanming.migrant.wage.cases.CaseFixture.claims;
import static cn.sanming.migrant.wage.cases.CaseFixture.decided;
import static cn.sanming.migrant.wage.cases.CaseFixture.defaulted;
import static cn.sanming.migrant.wage.cases.CaseFixture.head;
import static cn.sanming.migrant.wage.cases.CaseFixture.investigated;
import static cn.sanming.migrant.wage.cases.CaseFixture.ordered;
import static cn.sanming.migrant.wage.cases.CaseFixture.receipt;
import static cn.sanming.migrant.wage.cases.CaseFixture.ruling;
import static cn.sanming.migrant.wage.cases.CaseFixture.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.cases.CaseForms.Referral.CrimeFinding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What follows from an order that nobody obeyed: decision, payment, police, closing.
class DecidedCaseTest {
    private static final List<Claim> TWENTY_THREE = claims(23, 1, "6850.00");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void hearsTheEmployerBeforeItDecides() {
        var subject = defaulted(TWENTY_THREE);

        assertThat(codes(subject.decide(ruling(subject, "0.50", null)))).containsExactly("EMPLOYER_NOT_HEARD");
        assertThat(codes(subject.decide(ruling(subject, "0.50", "2024-06-06")))).containsExactly("EMPLOYER_NOT_HEARD");
        assertThat(codes(subject.decide(ruling(subject, "0.50", "2024-07-04")))).containsExactly("EMPLOYER_NOT_HEARD");
        assertThat(codes(subject.decide(ruling(subject, "0.49", null))))
                .containsExactly("EMPLOYER_NOT_HEARD", "RATE_OUTSIDE_50_TO_100_PERCENT");
    }

    @ParameterizedTest
    @CsvSource({"0.49, false", "0.50, true", "1.00, true", "1.01, false"})
    void awardsDamagesWithinTheirLimits(String rate, boolean accepted) {
        var subject = defaulted(TWENTY_THREE);

        assertThat(codes(subject.decide(ruling(subject, rate, "2024-07-01"))).isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void isPaidOnlyWithTheDamages() {
        var subject = decided(TWENTY_THREE);
        var context = Acting.firm(Acting.FIRM, "2024-08-01");
        var wages = receipt("R-1", "2024-08-01", TWENTY_THREE, "6850.00");
        var short1 = receipt("R-2", "2024-08-01", TWENTY_THREE.subList(0, 22), "3425.00");
        var last = receipt("R-3", "2024-08-01", TWENTY_THREE.subList(22, 23), "3425.00");

        assertThat(subject.reckoning(null).damages()).isEqualTo(Money.of("78775.00"));
        assertThat(codes(subject.payFull(List.of(), context))).containsExactly("NO_RECEIPTS", "OUTSTANDING");
        assertThat(codes(subject.payFull(List.of(wages, short1), context))).containsExactly("OUTSTANDING");
        assertThat(codes(subject.payFull(List.of(wages, short1, last), context)))
                .isEmpty();
        assertThat(subject.reckoning(null).paid()).isEqualTo(Money.of("236325.00"));
    }

    @Test
    void countsAReceiptOnceAndRefusesItsNumberForAnotherPayment() {
        var subject = ordered(TWENTY_THREE);
        var context = Acting.firm(Acting.FIRM, "2024-06-05");
        var receipt = receipt("R-1", "2024-06-05", TWENTY_THREE.subList(0, 1), "100.00");

        assertThat(codes(subject.pay(List.of(receipt), context))).isEmpty();
        assertThat(codes(subject.pay(List.of(receipt), context))).isEmpty();
        assertThat(subject.reckoning(null).paid()).isEqualTo(Money.of("100.00"));
        assertThat(codes(subject.pay(
                        List.of(receipt("R-1", "2024-06-05", TWENTY_THREE.subList(0, 1), "200.00")), context)))
                .containsExactly("RECEIPT_NUMBER_USED");
        assertThat(codes(subject.pay(
                        List.of(receipt("R-2", "2024-06-06", List.of(new Claim("P-99", 1, Money.ZERO)), "1.00")),
                        context)))
                .containsExactly("PAID_IN_THE_FUTURE", "WORKER_WITHOUT_CLAIM");
    }

    @Test
    void goesToThePoliceAboveTheThresholdWithAFindingAndAnOpenSum() {
        var subject = defaulted(TWENTY_THREE);
        assertThat(codes(subject.referToPolice(null, head("2024-06-10"))))
                .containsExactly("CRIME_THRESHOLD_NOT_MET", "NEITHER_HIDING_NOR_ABLE");

        var open = subject.reckoning(day("2024-06-06")).open();
        subject.annexes().weigh(CaseFixture.RULES.crime(open, day("2024-06-07"), "350404"));
        assertThat(subject.annexes().crimeAmount()).isTrue();
        assertThat(codes(subject.referToPolice(CrimeFinding.HIDING, head("2024-06-10"))))
                .isEmpty();
        var event = Acting.lastEvent(subject.file());
        assertThat(event.path("workers").asInt()).isEqualTo(23);
        assertThat(event.path("total").asString()).isEqualTo("157550.00");
    }

    @ParameterizedTest
    @CsvSource({"9, 12000.00, false", "10, 4999.99, false", "10, 5000.00, true"})
    void meetsTheThresholdOfTheCrimeFromItsLimitOn(int workers, String each, boolean met) {
        var subject = defaulted(claims(workers, 1, each));
        var open = subject.reckoning(day("2024-06-06")).open();

        subject.annexes().weigh(CaseFixture.RULES.crime(open, day("2024-06-07"), "350404"));

        assertThat(subject.annexes().crimeAmount()).isEqualTo(met);
    }

    @Test
    void closesWhenEveryWorkerHasConfirmed() {
        var subject = decided(TWENTY_THREE);
        var context = Acting.firm(Acting.FIRM, "2024-08-01");
        var all = subject.reckoning(null);
        assertThat(codes(subject.payments().confirm(List.of("P-1"), all))).containsExactly("NOT_PAID_YET");
        step(
                subject,
                "pay_full",
                CaseState.PAID,
                context,
                subject.payFull(List.of(receipt("R-1", "2024-08-01", TWENTY_THREE, "10275.00")), context));

        assertThat(codes(subject.close(head("2024-08-01")))).containsExactly("WORKERS_NOT_CONFIRMED");
        subject.payments().confirm(all.personIds(), all);
        assertThat(codes(subject.close(head("2024-08-01")))).isEmpty();
        var closed = Acting.lastEvent(subject.file());
        assertThat(closed.path("outcome").asString()).isEqualTo("PAID");
        assertThat(closed.path("paid").asString()).isEqualTo("236325.00");
        assertThat(closed.path("damages").asString()).isEqualTo("78775.00");
        assertThat(subject.isOpen()).isFalse();
    }

    @Test
    void closesAnUnfoundedCaseWithoutPayment() {
        var subject = investigated(TWENTY_THREE);

        assertThat(codes(subject.closeUnfounded(head("2024-06-10")))).isEmpty();
        assertThat(Acting.lastEvent(subject.file()).path("outcome").asString()).isEqualTo("UNFOUNDED");
    }

    @Test
    void advancesOneMonthMinimumWageOncePerWorker() {
        var rule = CaseFixture.RULES.advance(Money.of("6850.00"), "350404", day("2024-06-10"));
        var advance =
                new Sanctions.Advance("P-1", day("2024-06-10"), rule.result().advance(), rule);
        var annexes = defaulted(TWENTY_THREE).annexes();

        assertThat(rule.result().advance()).isEqualTo(Money.of("1810.00"));
        assertThat(codes(annexes.advance(advance))).isEmpty();
        assertThat(codes(annexes.advance(advance))).containsExactly("ADVANCE_ALREADY_GIVEN");
    }

    @ParameterizedTest
    @CsvSource({"19999.99, false", "20000.00, true", "50000.00, true", "50000.01, false"})
    void finesWithinTheRangeOfTheArticle(String fine, boolean accepted) {
        var form = new CaseForms.PenaltyForm("54", false, Money.of(fine), null, "三明测试劳务有限公司");
        var rule = CaseFixture.RULES.penalty(form, day("2024-06-10"));
        var penalty = new Sanctions.Penalty(day("2024-06-10"), form.addressee(), form.fine(), rule);

        assertThat(codes(defaulted(TWENTY_THREE).annexes().penalty(penalty)).isEmpty())
                .isEqualTo(accepted);
    }

    @Test
    void buildsNothingOnARevokedOrder() {
        var subject = ordered(TWENTY_THREE);

        assertThat(codes(subject.revokeOrder("wrong employer", head("2024-06-05"))))
                .isEmpty();
        assertThat(codes(subject.revokeOrder("again", head("2024-06-05")))).containsExactly("NO_ORDER_IN_FORCE");
        assertThat(codes(subject.defaulted(Acting.system("2024-06-07")))).containsExactly("NO_ORDER_IN_FORCE");
        assertThat(CaseOrders.standing(subject).orElseThrow().revokedOn()).isEqualTo("2024-06-05");
    }
}
