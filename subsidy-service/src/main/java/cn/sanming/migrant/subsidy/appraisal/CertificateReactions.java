package cn.sanming.migrant.subsidy.appraisal;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.reference.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// A certificate that a migrant worker earns opens entitlements; one that is revoked closes them; a year ends them.
@Component
class CertificateReactions implements DueWork {

    private final Entitlements entitlements;
    private final ShortageCheck shortage;
    private final Clock clock;

    record Issued(
            String personId,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            boolean firstPass,
            Money fee,
            boolean isMigrantWorker) {}

    CertificateReactions(Entitlements entitlements, ShortageCheck shortage, Clock clock) {
        this.shortage = shortage;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    @OnEvent(value = "training.certificate.issued", id = "open-certificate-entitlement")
    void open(Issued issued, Received event) {
        if (issued.isMigrantWorker()) {
            var certificate = new Entitlement.Certificate(
                    event.subject(),
                    issued.personId(),
                    issued.occupationCode(),
                    SkillLevel.of(issued.level()).toString(),
                    issued.issuedOn(),
                    issued.fee(),
                    issued.firstPass(),
                    shortage.onShortageList(event.subject()).orElse(null));
            entitlements.open(certificate, event.react(clock.instant()));
        }
    }

    @OnEvent(value = "training.certificate.revoked", id = "cancel-certificate-entitlement")
    void cancel(JsonNode payload, Received event) {
        entitlements.cancelOf(event.subject(), event.react(clock.instant()));
    }

    @Override
    public String name() {
        return "expire-entitlements";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 40);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "expire",
                Entitlement.class,
                List.of(Entitlement.State.OPEN),
                (open, date) -> open.and("applyUntil").lt(date),
                entitlements::expire));
    }
}
