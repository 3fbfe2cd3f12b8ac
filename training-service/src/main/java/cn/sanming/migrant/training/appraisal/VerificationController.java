package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.desk.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Anybody may ask whether a certificate is genuine (证书查验); the answer names no person.
@RestController
class VerificationController {

    private final MongoTemplate mongo;

    record Verification(
            String number,
            boolean valid,
            Certificate.Kind kind,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            String issuerUscc) {}

    VerificationController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/api/v1/training/certificate-verifications/{number}")
    Outcome<Verification> verify(@PathVariable String number) {
        var found = mongo.findOne(Query.query(Criteria.where("number").is(number)), Certificate.class);
        return found == null
                ? Outcome.notFound()
                : Outcome.done(new Verification(
                        number,
                        found.file().is(Certificate.State.ISSUED),
                        found.kind(),
                        found.occupationCode(),
                        found.level(),
                        found.issuedOn(),
                        found.issuerUscc()));
    }
}
