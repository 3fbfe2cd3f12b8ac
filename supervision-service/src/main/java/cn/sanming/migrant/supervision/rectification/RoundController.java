package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.supervision.ledger.Readers;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Reports of special supervision rounds (专项督查): all of it for the Supervision Office, for a unit its own part.
@RestController
class RoundController {

    private final MongoTemplate mongo;

    RoundController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/api/v1/supervision/rounds/{round}")
    Outcome<RoundReport> report(@PathVariable String round, CommandContext context) {
        if (!Readers.isOfficer(context.actor())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var all = mongo.find(Query.query(Criteria.where("round").is(round)).with(Sort.by("_id")), Rectification.class);
        var visible = all.stream().filter(one -> mayRead(context, one)).toList();
        return visible.isEmpty() ? Outcome.notFound() : Outcome.done(RoundReport.of(round, visible, context.today()));
    }

    /// The Supervision Office reads all, every unit what was found at it.
    private static boolean mayRead(CommandContext context, Rectification finding) {
        var actor = context.actor();
        return actor.has("SUPERVISOR") || finding.unitCode().equals(actor.unit());
    }
}
