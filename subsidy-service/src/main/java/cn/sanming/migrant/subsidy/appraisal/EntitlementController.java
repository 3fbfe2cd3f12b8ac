package cn.sanming.migrant.subsidy.appraisal;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a worker may still apply for.
@RestController
class EntitlementController {

    private final MongoTemplate mongo;

    record View(
            String id, String state, Entitlement.Kind kind, String certificateId, Money amount, LocalDate applyUntil) {}

    EntitlementController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/api/v1/subsidies/entitlements")
    Outcome<Map<String, List<View>>> list(@RequestParam(name = "person_id") String person, Actor actor) {
        if (!person.equals(actor.workerId()) && !actor.has("HR_OFFICER")) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var all = mongo.find(Query.query(Criteria.where("personId").is(person)), Entitlement.class);
        return Outcome.done(
                Map.of("items", all.stream().map(EntitlementController::view).toList()));
    }

    private static View view(Entitlement found) {
        return new View(
                found.id(),
                found.file().state(),
                found.kind(),
                found.certificate().certificateId(),
                found.amount(),
                found.applyUntil());
    }
}
