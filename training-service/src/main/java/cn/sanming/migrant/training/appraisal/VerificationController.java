package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Anybody who holds number and code may ask whether a certificate is genuine (证书查验); the answer names no person.
@RestController
class VerificationController {

    private final MongoTemplate mongo;

    record Verification(
            String number,
            boolean valid,
            String state,
            Certificate.Kind kind,
            String occupationCode,
            @Nullable Integer level,
            LocalDate issuedOn,
            String issuerUscc,
            @Nullable LocalDate revokedOn) {}

    VerificationController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// A wrong code and an unknown number are answered alike.
    @GetMapping("/api/v1/training/certificate-verifications/{number}")
    Outcome<Verification> verify(@PathVariable String number, @RequestParam(required = false) @Nullable String code) {
        if (code == null || code.isBlank()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/code", "REQUIRED"));
        }
        var found = mongo.findOne(Query.query(Criteria.where("number").is(number)), Certificate.class);
        return found == null || !VerificationCode.fits(found.verificationCode(), code)
                ? Outcome.notFound()
                : Outcome.done(new Verification(
                        number,
                        found.isValid(),
                        found.file().state(),
                        found.kind(),
                        found.occupationCode(),
                        found.level(),
                        found.issuedOn(),
                        found.issuerUscc(),
                        found.revokedOn()));
    }
}
