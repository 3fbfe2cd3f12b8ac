package cn.sanming.migrant.job.placement;

import cn.sanming.migrant.job.agreement.AgreementDesk;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What an agreement has brought (劳务输入与技能人才引进): workers, skilled workers, and how many of them stayed; measure 3.
@RestController
class AgreementController {

    private static final Set<String> READERS = Set.of("HR_OFFICER", "HR_HEAD", "SUPERVISOR", "SERVICE");
    private static final int SKILLED_FROM = 4;

    private final MongoTemplate mongo;
    private final AgreementDesk agreements;

    /// @param skilled     of level 4 or better
    /// @param stableFor3  how many have worked for three months, and so on
    record Counters(
            String agreementId,
            long workers,
            int targetHeadcount,
            long skilled,
            @Nullable Integer skilledTarget,
            long stableFor3,
            long stableFor6,
            long stableFor12) {}

    AgreementController(MongoTemplate mongo, AgreementDesk agreements) {
        this.mongo = mongo;
        this.agreements = agreements;
    }

    @GetMapping("/api/v1/jobs/agreements/{id}/counters")
    Outcome<Counters> counters(@PathVariable String id, CommandContext context) {
        if (!context.actor().hasAny(READERS)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var targets = agreements.targetsOf(id);
        if (targets.isEmpty() || !context.actor().mayActIn(targets.get().district())) {
            return Outcome.notFound();
        }
        var placed = mongo.find(Query.query(Criteria.where("agreementId").is(id)), Placement.class);
        return Outcome.done(new Counters(
                id,
                placed.size(),
                targets.get().headcount(),
                count(placed, AgreementController::skilled),
                targets.get().skilled(),
                count(placed, placement -> placement.lasted(3, context.today())),
                count(placed, placement -> placement.lasted(6, context.today())),
                count(placed, placement -> placement.lasted(12, context.today()))));
    }

    private static boolean skilled(Placement placement) {
        var level = placement.facts().skillLevel();
        return level != null && level <= SKILLED_FROM;
    }

    private static long count(List<Placement> placed, Predicate<Placement> which) {
        return placed.stream().filter(which).count();
    }
}
