package cn.sanming.migrant.subsidy.business;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The plan of a future founder, for the founder and the officers who guide.
@RestController
class PlanController {

    private final MongoTemplate mongo;

    PlanController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/api/v1/subsidies/startup-plans/{person}")
    Outcome<StartupPlan> plan(@PathVariable String person, Actor actor) {
        var found = mongo.findById(person, StartupPlan.class);
        return found != null && (person.equals(actor.workerId()) || actor.has("HR_OFFICER"))
                ? Outcome.done(found)
                : Outcome.notFound();
    }
}
