package cn.sanming.migrant.wage.cases;

import static cn.sanming.migrant.wage.Acting.codes;
import static cn.sanming.migrant.wage.cases.CaseFixture.claims;
import static cn.sanming.migrant.wage.cases.CaseFixture.decided;
import static cn.sanming.migrant.wage.cases.CaseFixture.defaulted;
import static cn.sanming.migrant.wage.cases.CaseFixture.head;
import static cn.sanming.migrant.wage.cases.CaseFixture.investigated;
import static cn.sanming.migrant.wage.cases.CaseFixture.order;
import static cn.sanming.migrant.wage.cases.CaseFixture.ordered;
import static cn.sanming.migrant.wage.cases.CaseFixture.receipt;
import static cn.sanming.migrant.wage.cases.CaseFixture.ruling;
import static cn.sanming.migrant.wage.cases.CaseFixture.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.cases.CaseForms.ClaimLine;
import cn.sanming.migrant.wage.cases.CaseForms.OrderToPay;
import cn.sanming.migrant.wage.cases.CaseForms.Referral.CrimeFinding;
import cn.sanming.migrant.wage.cases.PayOrder.Role;
import cn.sanming.migrant.wage.cases.Sanctions.Arbitration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrearsCaseTest {

    private static final List<Claim> TWENTY_THREE = claims(23, 1, "6850.00");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void tellsWhatIsClaimedWhenItIsFiled() {
        var subject = investigated(TWENTY_THREE);

        var filed = Acting.lastEvent(subject.file());
        assertThat(filed.path("claimed").asString()).isEqualTo("157550.00");
        assertThat(filed.path("workers").asInt()).isEqualTo(23);
        assertThat(subject.inspection().decideBy()).isEqualTo("2024-08-21");
    }

    @Test
    void isHiddenFromTheEmployerUntilItIsInvestigated() {
        assertThat(CaseFixture.opened(TWENTY_THREE).payers()).isEmpty();
        assertThat(investigated(TWENTY_THREE).payers()).containsExactly(Acting.FIRM);
    }

    @Test
    void needsTwoDifferentInspectors() {
        var subject = investigated(TWENTY_THREE);

        assertThat(codes(subject.investigate("i-1", "i-1"))).containsExactly("TWO_INSPECTORS_REQUIRED");
        assertThat(codes(subject.investigate("i-1", "i-2"))).isEmpty();
    }

    @Test
    void isExtendedOnceAndOnlyInTime() {
        var extension = new Inspection.Extension(day("2024-08-21"), "head", "complex");
        var late = new Inspection.Extension(day("2024-08-22"), "head", "complex");
        var subject = investigated(TWENTY_THREE);

        assertThat(codes(subject.extend(late))).containsExactly("INVESTIGATION_DEADLINE_PASSED");
        assertThat(codes(subject.extend(extension))).isEmpty();
        assertThat(subject.inspection().decideBy()).isEqualTo("2024-10-09");
        assertThat(codes(subject.extend(extension))).containsExactly("ALREADY_EXTENDED");
    }

    @Test
    void ordersTheContractorToPayFirstAndNamesTheEmployerToo() {
        var subject = ordered(TWENTY_THREE);

        assertThat(subject.order().dueOn()).isEqualTo("2024-06-06");
        assertThat(subject.order().liable())
                .containsExactly(
                        new PayOrder.Liable(Acting.FIRM, Role.EMPLOYER, Money.ZERO),
                        new PayOrder.Liable(Acting.CONTRACTOR, Role.GENERAL_CONTRACTOR, Money.of("157550.00")));
        assertThat(subject.payers()).containsExactly(Acting.FIRM, Acting.CONTRACTOR);
    }

    @Test
    void addressesTheOwnerWhoCausedTheArrears() {
        var subject = investigated(TWENTY_THREE);

        order(subject, new OrderToPay(null, null, null, true, Money.of("100000.00"), null));

        assertThat(subject.order().liable())
                .contains(
                        new PayOrder.Liable("91350404MA0FJM0637", Role.OWNER, Money.of("100000.00")),
                        new PayOrder.Liable(Acting.CONTRACTOR, Role.GENERAL_CONTRACTOR, Money.of("57550.00")));
    }

    @ParameterizedTest
    @CsvSource({"2024-05-30, false", "2024-05-31, true", "2024-06-06, true", "2024-06-07, false"})
    void givesTheEmployerADueDayWithinTheLimit(String dueOn, boolean accepted) {
        var verdict = order(investigated(TWENTY_THREE), new OrderToPay(null, day(dueOn), null, null, null, null));

        assertThat(codes(verdict).isEmpty()).isEqualTo(accepted);
    }

    @Test
    void ordersNothingForStrangersOrForNobody() {
        var stranger = new ClaimLine(new WorkerId("P-99"), 1, Money.of("1.00"));
        var nothing = new ClaimLine(new WorkerId("P-1"), 1, Money.ZERO);

        assertThat(codes(order(investigated(List.of()), CaseFixture.AS_CLAIMED)))
                .containsExactly("NO_CLAIMS");
        assertThat(codes(order(
                        investigated(TWENTY_THREE),
                        new OrderToPay(List.of(stranger, nothing), null, null, null, null, null))))
                .containsExactly("WORKER_WITHOUT_CLAIM", "AMOUNT_MISSING");
    }

    @Test
    void doesNotDecideWhatIsBeforeArbitrationButKeepsTheOrderItHas() {
        var dispute = new Arbitration("DP-1", day("2024-05-29"), day("2024-06-28"), null, null, null);
        var before = investigated(TWENTY_THREE);
        before.annexes().dispute(dispute);
        var after = defaulted(TWENTY_THREE);
        after.annexes().dispute(dispute);

        assertThat(codes(order(before, CaseFixture.AS_CLAIMED))).containsExactly("BEFORE_ARBITRATION");
        assertThat(codes(after.decide(ruling(after, "0.50", "2024-07-01")))).isEmpty();
        assertThat(codes(after.join(List.of(new Claim("P-99", 1, Money.of("1.00"))), false)))
                .isEmpty();
        assertThat(after.laterClaims()).hasSize(1);
        assertThat(after.reckoning(null).lines()).hasSize(23);
        before.annexes().detach("DP-1");
        assertThat(codes(order(before, CaseFixture.AS_CLAIMED))).isEmpty();
    }

    @Test
    void takesAWorkerOnceUnlessAnInspectorCorrects() {
        var subject = investigated(claims(1, 1, "1000.00"));
        var again = List.of(new Claim("P-1", 2, Money.of("2000.00")));

        assertThat(codes(subject.join(again, false))).containsExactly("ALREADY_CLAIMED");
        assertThat(codes(subject.join(again, true))).isEmpty();
        assertThat(subject.reckoning(null).due()).isEqualTo(Money.of("2000.00"));
    }

    @Test
    void defaultsTheDayAfterTheDueDayIfAnythingIsOpen() {
        var subject = ordered(TWENTY_THREE);

        assertThat(codes(subject.defaulted(Acting.system("2024-06-06")))).containsExactly("ORDER_NOT_EXPIRED");
        assertThat(codes(subject.defaulted(Acting.system("2024-06-07")))).isEmpty();
        var event = Acting.lastEvent(subject.file());
        assertThat(event.path("outstanding").asString()).isEqualTo("157550.00");
        assertThat(event.path("due_on").asString()).isEqualTo("2024-06-06");
    }

    @Test
    void doesNotDefaultWhatWasPaidByTheDueDay() {
        var subject = ordered(TWENTY_THREE);
        var act = Acting.firm(Acting.FIRM, "2024-06-06");
        subject.pay(List.of(receipt("R-1", "2024-06-06", TWENTY_THREE, "6850.00")), act);

        assertThat(codes(subject.defaulted(Acting.system("2024-06-07")))).containsExactly("NOTHING_OUTSTANDING");
        assertThat(codes(subject.payFull(List.of(), Acting.firm(Acting.FIRM, "2024-06-08"))))
                .isEmpty();
        assertThat(subject.payments().paidOn()).isEqualTo("2024-06-06");
    }

    @Test
    void isNotPaidInFullBehindTheDueDayBeforeItDefaults() {
        var subject = ordered(TWENTY_THREE);

        var verdict = subject.payFull(
                List.of(receipt("R-1", "2024-06-07", TWENTY_THREE, "6850.00")), Acting.firm(Acting.FIRM, "2024-06-07"));

        assertThat(codes(verdict)).containsExactly("PAID_AFTER_DUE_DAY");
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
        var act = Acting.firm(Acting.FIRM, "2024-08-01");
        var wages = receipt("R-1", "2024-08-01", TWENTY_THREE, "6850.00");
        var short1 = receipt("R-2", "2024-08-01", TWENTY_THREE.subList(0, 22), "3425.00");
        var last = receipt("R-3", "2024-08-01", TWENTY_THREE.subList(22, 23), "3425.00");

        assertThat(subject.reckoning(null).damages()).isEqualTo(Money.of("78775.00"));
        assertThat(codes(subject.payFull(List.of(), act))).containsExactly("NO_RECEIPTS", "OUTSTANDING");
        assertThat(codes(subject.payFull(List.of(wages, short1), act))).containsExactly("OUTSTANDING");
        assertThat(codes(subject.payFull(List.of(wages, short1, last), act))).isEmpty();
        assertThat(subject.reckoning(null).paid()).isEqualTo(Money.of("236325.00"));
    }

    @Test
    void countsAReceiptOnceAndRefusesItsNumberForAnotherPayment() {
        var subject = ordered(TWENTY_THREE);
        var act = Acting.firm(Acting.FIRM, "2024-06-05");
        var receipt = receipt("R-1", "2024-06-05", TWENTY_THREE.subList(0, 1), "100.00");

        assertThat(codes(subject.pay(List.of(receipt), act))).isEmpty();
        assertThat(codes(subject.pay(List.of(receipt), act))).isEmpty();
        assertThat(subject.reckoning(null).paid()).isEqualTo(Money.of("100.00"));
        assertThat(codes(subject.pay(List.of(receipt("R-1", "2024-06-05", TWENTY_THREE.subList(0, 1), "200.00")), act)))
                .containsExactly("RECEIPT_NUMBER_USED");
        assertThat(codes(subject.pay(
                        List.of(receipt("R-2", "2024-06-06", List.of(new Claim("P-99", 1, Money.ZERO)), "1.00")), act)))
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
        var act = Acting.firm(Acting.FIRM, "2024-08-01");
        var all = subject.reckoning(null);
        assertThat(codes(subject.payments().confirm(List.of("P-1"), all))).containsExactly("NOT_PAID_YET");
        step(
                subject,
                "pay_full",
                CaseState.PAID,
                act,
                subject.payFull(List.of(receipt("R-1", "2024-08-01", TWENTY_THREE, "10275.00")), act));

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
