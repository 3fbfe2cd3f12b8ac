package cn.sanming.migrant.subsidy.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.events.PendingEvent;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.appraisal.Entitlement.Kind;
import cn.sanming.migrant.subsidy.appraisal.Entitlement.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An entitlement ends once, for one reason, and says so once.
class EntitlementTest {

    private static final CommandContext ACT = CommandContext.ofSystem(Instant.parse("2024-07-01T01:00:00Z"));

    private final Entitlement entitlement = opened(Kind.APPRAISAL);

    private static Entitlement opened(Kind kind) {
        var day = LocalDate.of(2024, 7, 1);
        var certificate =
                new Entitlement.Certificate("ce-9", "P-9", "6-31-01-03", "4", day, Money.of("150.00"), true, null);
        return Entitlement.opened(kind, certificate, Money.of("1000.00"), day.plusYears(1), ACT);
    }

    private List<String> told() {
        return entitlement.file().outbox().pending().stream()
                .map(PendingEvent::type)
                .toList();
    }

    @Test
    void tellsTheWorkerAsSoonAsItOpens() {
        assertThat(entitlement.isOpen()).isTrue();
        assertThat(told()).containsExactly("subsidy.entitlement.opened");
    }

    @Test
    void isTheSameRecordForTheSameCertificateAndKind() {
        assertThat(opened(Kind.APPRAISAL).id()).isEqualTo(entitlement.id());
        assertThat(opened(Kind.APPRAISAL_FEE).id()).isNotEqualTo(entitlement.id());
        assertThat(Entitlement.idsOf("ce-9")).contains(entitlement.id()).hasSize(2);
    }

    @Test
    void expiresOnceAndSaysSoOnce() {
        assertThat(entitlement.become(State.EXPIRED, "expire", ACT)).isTrue();
        assertThat(entitlement.become(State.EXPIRED, "expire", ACT)).isFalse();
        assertThat(told()).containsExactly("subsidy.entitlement.opened", "subsidy.entitlement.expired");
    }

    @Test
    void staysUsedWhenItsCertificateIsRevokedOrItsYearIsOver() {
        assertThat(entitlement.become(State.USED, "use", ACT)).isTrue();
        assertThat(entitlement.become(State.CANCELLED, "cancel", ACT)).isFalse();
        assertThat(entitlement.become(State.EXPIRED, "expire", ACT)).isFalse();
        assertThat(entitlement.isCancelled()).isFalse();
        assertThat(told()).containsExactly("subsidy.entitlement.opened");
    }

    @Test
    void neverOpensAgainAfterItWasCancelled() {
        assertThat(entitlement.become(State.CANCELLED, "cancel", ACT)).isTrue();
        assertThat(entitlement.become(State.USED, "use", ACT)).isFalse();
        assertThat(entitlement.isCancelled()).isTrue();
        assertThat(entitlement.isOpen()).isFalse();
    }
}
