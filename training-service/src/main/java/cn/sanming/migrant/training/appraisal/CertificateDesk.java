package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.kernel.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for certificates: shown to their holders and to departments that decide by them, checked, revoked.
@Component
class CertificateDesk {

    static final Command<Certificate, Command.Because> REVOKE = Command.because("revokeCertificate");
    static final Command<Certificate, Certificate.Doubt> DOUBT =
            Command.of("doubtCertificate", Certificate.Doubt.class);
    static final Command<Certificate, Command.Because> CLEAR = Command.because("clearCertificate");

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<Certificate> definition;
    private final Clock clock;

    record ClawedBack(String kind, String applicantId, LocalDate orderedOn) {}

    /// @param verificationCode for the holder and the issuer only
    record View(
            String id,
            String state,
            String number,
            @Nullable String verificationCode,
            String personId,
            Certificate.Kind kind,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            String issuerUscc,
            boolean onShortageList,
            int shortageEdition,
            Certificate.@Nullable Check check,
            @Nullable LocalDate revokedOn) {

        static View of(Certificate found, Actor actor) {
            var isParty = found.personId().equals(actor.workerId())
                    || found.issuerUscc().equals(actor.creditCode());
            return new View(
                    found.id(),
                    found.file().state(),
                    found.number(),
                    isParty ? found.verificationCode() : null,
                    found.personId(),
                    found.kind(),
                    found.occupationCode(),
                    found.level(),
                    found.issuedOn(),
                    found.issuerUscc(),
                    found.onShortageList(),
                    found.shortageEdition(),
                    found.check(),
                    found.revokedOn());
        }
    }

    CertificateDesk(MongoTemplate mongo, Cases cases, Clock clock) {
        this.mongo = mongo;
        this.cases = cases;
        this.clock = clock;
        this.definition = cases.define(Certificate.class, "Certificate", "/api/v1/training/certificates")
                .on(REVOKE, (found, _, context) -> found.revoke(context))
                .notes(DOUBT, Set.of("SYSTEM"), (found, doubt, _) -> found.doubt(doubt))
                .notes(CLEAR, Set.of("HR_OFFICER"), (found, _, _) -> found.clear())
                .firm("APPRAISAL_ORG", "issuerUscc", Certificate::issuerUscc)
                .person("WORKER", "personId", Certificate::personId)
                .readableBy("HR_HEAD", "SERVICE")
                .filter("person_id", "personId")
                .filter("occupation_code", "occupationCode")
                .filter("check", "check")
                .shownAs(View.class, View::of);
    }

    /// A reclaimed appraisal subsidy puts the person's certificates under check; the event does not say which one paid.
    @OnEvent(value = "subsidy.application.clawedback", id = "check-certificate-after-clawback")
    void check(ClawedBack payload, Received event) {
        if (!payload.kind().equals("APPRAISAL")) {
            return;
        }
        var theirs = Query.query(Criteria.where("personId").is(payload.applicantId()));
        var doubt = new Certificate.Doubt(event.subject(), payload.orderedOn());
        for (var found : mongo.find(theirs, Certificate.class)) {
            if (found.isValid() && !found.issuedOn().isAfter(payload.orderedOn())) {
                cases.fire(found.id(), DOUBT, doubt, event.react(clock.instant()))
                        .orRetry();
            }
        }
    }
}
