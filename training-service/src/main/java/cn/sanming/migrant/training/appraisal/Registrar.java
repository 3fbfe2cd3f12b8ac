package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.training.shortage.ShortageLists;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Issues certificates (发证). A certificate is written first, under the id of its appraisal; a repeat meets it and
/// only moves the case on.
@Component
class Registrar {

    private final MongoTemplate mongo;
    private final ShortageLists shortage;

    Registrar(MongoTemplate mongo, ShortageLists shortage) {
        this.mongo = mongo;
        this.shortage = shortage;
    }

    Verdict issue(Appraisal appraisal, Certificate.Kind kind, String number, CommandContext context) {
        if (isIssued(appraisal)) {
            appraisal.certified(context);
            return Verdict.granted();
        }
        var guards = Verdict.guards()
                .require(number.matches("[A-Za-z0-9-]{4,40}"), Reason.at("/number", "NUMBER_FORM"))
                .require(
                        ResidentId.fault(number, context.today()).isPresent(),
                        Reason.at("/number", "NUMBER_OF_A_PERSON"))
                .require(!isTaken(number), Reason.at("/number", "NUMBER_TAKEN"))
                .require(
                        (appraisal.request().level() == null) == (kind == Certificate.Kind.SPECIAL_ABILITY),
                        Reason.at("/kind", "KIND_DOES_NOT_FIT_LEVEL"));
        if (!guards.hold()) {
            return guards.verdict();
        }
        try {
            var listing = shortage.check(appraisal.request().occupationCode(), context.today(), context.today());
            mongo.insert(Certificate.issued(appraisal, kind, number, listing, context));
        } catch (DuplicateKeyException _) {
            // the same certificate was written at the same moment, or another one took the number
            if (!isIssued(appraisal)) {
                return Verdict.refused(Refusal.Kind.GUARD_FAILED, Reason.at("/number", "NUMBER_TAKEN"));
            }
        }
        appraisal.certified(context);
        return Verdict.granted();
    }

    private boolean isIssued(Appraisal appraisal) {
        return mongo.findById(Certificate.idOf(appraisal.id()), Certificate.class) != null;
    }

    private boolean isTaken(String number) {
        return mongo.exists(Query.query(Criteria.where("number").is(number)), Certificate.class);
    }
}
