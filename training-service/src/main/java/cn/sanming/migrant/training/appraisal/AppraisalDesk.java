package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for appraisals and the certificates that follow from them.
@Component
class AppraisalDesk {

    private final MongoTemplate mongo;

    record To(String agencyUscc) {}

    record Exam(LocalDate examOn) {}

    record Issue(Certificate.Kind kind, String number) {}

    record View(
            String id,
            String state,
            Appraisal.Request request,
            String agencyUscc,
            @Nullable LocalDate examOn,
            @Nullable LocalDate passedOn) {

        static View of(Appraisal appraisal) {
            return new View(
                    appraisal.id(),
                    appraisal.file().state(),
                    appraisal.request(),
                    appraisal.agencyUscc(),
                    appraisal.examOn(),
                    appraisal.passedOn());
        }
    }

    record CertificateView(
            String id,
            String state,
            String number,
            String personId,
            Certificate.Kind kind,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            String issuerUscc) {

        static CertificateView of(Certificate found) {
            return new CertificateView(
                    found.id(),
                    found.file().state(),
                    found.number(),
                    found.personId(),
                    found.kind(),
                    found.occupationCode(),
                    found.level(),
                    found.issuedOn(),
                    found.issuerUscc());
        }
    }

    AppraisalDesk(MongoTemplate mongo, Dockets dockets) {
        this.mongo = mongo;
        dockets.declare(Appraisal.class, "AppraisalApplication", "/api/v1/training/appraisals")
                .opens(Appraisal.Request.class, Set.of("WORKER"), AppraisalDesk::apply)
                .on("accept", (appraisal, _) -> appraisal.accept())
                .on("forward", To.class, (appraisal, body, act) -> appraisal.forward(body.agencyUscc(), act))
                .on("agency_accept")
                .onReason("agency_decline")
                .onReason("reject")
                .on("schedule", Exam.class, (appraisal, body, act) -> appraisal.schedule(body.examOn(), act))
                .on("pass", Appraisal::pass)
                .on("fail")
                .on("absent")
                .on("retake")
                .on("issue_certificate", Issue.class, this::issue)
                .firm("APPRAISAL_ORG", "agencyUscc", Appraisal::agencyUscc)
                .person("WORKER", "personId", Appraisal::personId)
                .shownAs(View.class, View::of);
        dockets.declare(Certificate.class, "Certificate", "/api/v1/training/certificates")
                .on("revoke", Docket.Because.class, (found, body, act) -> found.revoke(body.reason(), act))
                .person("WORKER", "personId", Certificate::personId)
                .filter("person_id", "personId")
                .shownAs(CertificateView.class, CertificateView::of);
    }

    private static Outcome<Appraisal> apply(Appraisal.Request request, Act act) {
        if (Divisions.sanming().find(request.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        return request.personId().equals(act.actor().workerId())
                ? Outcome.created(Appraisal.submitted(request, act), "")
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/person_id", "NOT_YOU"));
    }

    /// The certificate is written first, under the id of its appraisal; a repeat meets it and only moves the case on.
    private Verdict issue(Appraisal appraisal, Issue body, Act act) {
        if (mongo.findById(Certificate.idOf(appraisal.id()), Certificate.class) != null) {
            return Verdict.granted();
        }
        var taken = mongo.exists(Query.query(Criteria.where("number").is(body.number())), Certificate.class);
        return Verdict.guards()
                .require(!taken, Reason.at("/number", "NUMBER_TAKEN"))
                .require(
                        (appraisal.request().level() == null) == (body.kind() == Certificate.Kind.SPECIAL_ABILITY),
                        Reason.at("/kind", "KIND_DOES_NOT_FIT_LEVEL"))
                .then(() -> mongo.insert(Certificate.issued(appraisal, body.kind(), body.number(), act)));
    }
}
