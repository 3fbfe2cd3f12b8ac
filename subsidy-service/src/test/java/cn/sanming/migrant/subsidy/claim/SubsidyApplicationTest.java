package cn.sanming.migrant.subsidy.claim;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an approved application pays, asks back and forgets.
class SubsidyApplicationTest {

    private static final LocalDate DAY = LocalDate.of(2024, 7, 1);
    private static final CommandContext ACT = CommandContext.ofSystem(Instant.parse("2024-07-03T01:00:00Z"));

    private static final Forecast NOTHING = new Forecast(false, Money.ZERO, List.of(), null);

    private final SubsidyApplication application = ApprovedCases.approved(
            new Claim(Kind.APPRAISAL, "350404", null, null, null, null, null, "en-1"), "P-1", DAY);

    private static void refused(Verdict verdict, String code) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(
                        refused.refusal().reasons().getFirst().code())
                .isEqualTo(code));
    }

    private long told(String type) {
        return application.file().outbox().pending().stream()
                .map(PendingEvent::type)
                .filter(type::equals)
                .count();
    }

    @Test
    void paysExactlyWhatWasApproved() {
        refused(application.pay(Money.of("1299.99"), DAY, ACT), "AMOUNT_DIFFERS");
        refused(application.pay(Money.of("1300.01"), DAY, ACT), "AMOUNT_DIFFERS");
        assertThat(application.paidOn()).isNull();
        assertThat(told("subsidy.application.paid")).isZero();
        assertThat(application.pay(Money.of("1300.00"), DAY, ACT)).isInstanceOf(Verdict.Granted.class);
        assertThat(application.paidOn()).isEqualTo(DAY);
        assertThat(told("subsidy.application.paid")).isEqualTo(1);
    }

    @Test
    void asksForTheWholeAmountBack() {
        refused(application.repay(Money.of("1299.99")), "AMOUNT_DIFFERS");
        refused(application.repay(Money.of("1300.01")), "AMOUNT_DIFFERS");
        assertThat(application.repay(Money.of("1300.00"))).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void holdsItsMoneyUntilItIsSuspended() {
        assertThat(application.standsBehind("M06:350404:2024")).isTrue();
        assertThat(application.standsBehind("M06:350405:2024")).isFalse();
        application.suspend("91350404MA0FJM012Y", "event-1", ACT);
        application.file().move("suspend", State.SUSPENDED.name(), "SYSTEM", ACT, null);
        assertThat(application.standsBehind("M06:350404:2024")).isFalse();
        assertThat(application.approvedOn()).isNull();
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        refused(application.giveBack(List.of()), "NOTHING_MISSING");
        assertThat(application.giveBack(List.of("contract", "receipt"))).isInstanceOf(Verdict.Granted.class);
        assertThat(application.giveBack(List.of("receipt"))).isInstanceOf(Verdict.Granted.class);
        refused(application.giveBack(List.of("licence")), "ONE_TIME_NOTICE");
        assertThat(application.missing()).containsExactly("contract", "receipt");
    }

    @Test
    void keepsAwayABannedOrListedApplicant() {
        refused(application.submit(false, true, null, NOTHING, ACT), "FRAUD_BAN");
        refused(application.submit(true, true, null, NOTHING, ACT), "BLACKLISTED_EMPLOYER");
    }
}
