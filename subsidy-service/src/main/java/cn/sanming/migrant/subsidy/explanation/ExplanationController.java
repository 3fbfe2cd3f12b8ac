package cn.sanming.migrant.subsidy.explanation;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.subsidy.claim.Claim;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.util.Locale;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Why an application was decided as it was: every step, every figure with its clause, as they stood that day.
@RestController
class ExplanationController {

    private static final Set<String> READERS = Set.of("HR_OFFICER", "HR_HEAD", "FINANCE_OFFICER", "SUPERVISOR");

    private final MongoTemplate mongo;
    private final Explainer explainer;

    ExplanationController(MongoTemplate mongo, Explainer explainer) {
        this.mongo = mongo;
        this.explainer = explainer;
    }

    @GetMapping(Claim.PATH + "/{id}/explanation")
    Outcome<Explanation> explain(@PathVariable String id, Actor actor, Locale asked) {
        var application = mongo.findById(id, SubsidyApplication.class);
        if (application == null || !mayRead(application, actor)) {
            return Outcome.notFound();
        }
        boolean english = Locale.ENGLISH.getLanguage().equals(asked.getLanguage());
        return Outcome.done(explainer.explain(application, english ? Locale.ENGLISH : Locale.CHINESE));
    }

    private static boolean mayRead(SubsidyApplication application, Actor actor) {
        return application.applicantId().equals(actor.workerId())
                || application.applicantId().equals(actor.creditCode())
                || actor.hasAny(READERS) && actor.mayActIn(application.file().district());
    }
}
