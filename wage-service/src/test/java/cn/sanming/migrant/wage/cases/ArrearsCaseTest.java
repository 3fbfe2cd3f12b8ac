package cn.sanming.migrant.wage.cases;

import static cn.sanming.migrant.wage.Acting.codes;
import static cn.sanming.migrant.wage.cases.CaseFixture.claims;
import static cn.sanming.migrant.wage.cases.CaseFixture.defaulted;
import static cn.sanming.migrant.wage.cases.CaseFixture.investigated;
import static cn.sanming.migrant.wage.cases.CaseFixture.order;
import static cn.sanming.migrant.wage.cases.CaseFixture.ordered;
import static cn.sanming.migrant.wage.cases.CaseFixture.receipt;
import static cn.sanming.migrant.wage.cases.CaseFixture.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.wage.Acting;
import cn.sanming.migrant.wage.cases.CaseForms.ClaimLine;
import cn.sanming.migrant.wage.cases.CaseForms.OrderToPay;
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
        var context = Acting.firm(Acting.FIRM, "2024-06-06");
        subject.pay(List.of(receipt("R-1", "2024-06-06", TWENTY_THREE, "6850.00")), context);

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
    void saysBeforeTheDueDayWhatIsOutstandingAndNotThatItIsLate() {
        var subject = ordered(TWENTY_THREE);

        var verdict = subject.payFull(
                List.of(receipt("R-1", "2024-06-05", TWENTY_THREE, "1.00")), Acting.firm(Acting.FIRM, "2024-06-05"));

        assertThat(codes(verdict)).containsExactly("OUTSTANDING");
    }
}
