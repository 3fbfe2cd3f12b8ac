package cn.sanming.migrant.job.placement;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Placements over HTTP: firms report their own, officers those of their county; workers see theirs.
@RestController
@RequestMapping(PlacementDesk.PATH)
class PlacementController {

    private static final Set<String> OFFICERS = Set.of("HR_OFFICER", "HR_HEAD", "SUPERVISOR", "SERVICE");

    private final MongoTemplate mongo;
    private final PlacementDesk desk;

    record End(LocalDate endOn, String reason) {}

    /// @param stableMonths which of 3, 6 and 12 months the work has lasted
    record View(
            String id,
            String state,
            Placement.Facts facts,
            @Nullable LocalDate endOn,
            List<Integer> stableMonths) {}

    PlacementController(MongoTemplate mongo, PlacementDesk desk) {
        this.mongo = mongo;
        this.desk = desk;
    }

    private static View view(Placement placement, LocalDate on) {
        var lasted = List.of(3, 6, 12).stream()
                .filter(months -> placement.lasted(months, on))
                .toList();
        return new View(placement.id(), placement.file().state(), placement.facts(), placement.endOn(), lasted);
    }

    @PostMapping
    Outcome<View> confirm(@Body Placement.Facts facts, CommandContext context) {
        return mayReport(facts, context.actor())
                ? desk.confirm(facts, context).map(placement -> view(placement, context.today()))
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PLACEMENT"));
    }

    @PostMapping("/{id}/end")
    Outcome<View> end(@PathVariable String id, @Body End body, CommandContext context) {
        var placement = mongo.findById(id, Placement.class);
        if (placement == null || !mayRead(placement, context.actor())) {
            return Outcome.notFound();
        }
        return mayReport(placement.facts(), context.actor())
                ? desk.end(placement, body.endOn(), body.reason(), context).map(ended -> view(ended, context.today()))
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PLACEMENT"));
    }

    @GetMapping("/{id}")
    Outcome<View> one(@PathVariable String id, CommandContext context) {
        var placement = mongo.findById(id, Placement.class);
        return placement == null || !mayRead(placement, context.actor())
                ? Outcome.notFound()
                : Outcome.done(view(placement, context.today()));
    }

    @GetMapping
    Outcome<Page<View>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CommandContext context) {
        var scope = scope(context.actor());
        if (scope == null) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        if (after != null) {
            scope.add(Criteria.where("_id").gt(after));
        }
        int size = Page.limit(limit);
        var wanted = scope.isEmpty() ? new Criteria() : new Criteria().andOperator(scope);
        var rows = mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), Placement.class);
        var page = Page.of(rows, size, Placement::id);
        return Outcome.done(new Page<>(
                page.items().stream().map(row -> view(row, context.today())).toList(), page.next()));
    }

    private static @Nullable List<Criteria> scope(Actor actor) {
        var scope = new ArrayList<Criteria>();
        if (actor.hasAny(OFFICERS)) {
            if (actor.county() != null) {
                scope.add(Criteria.where("file.district").is(actor.county()));
            }
        } else if (actor.creditCode() != null) {
            scope.add(new Criteria()
                    .orOperator(
                            Criteria.where("employerUscc").is(actor.creditCode()),
                            Criteria.where("facts.agencyUscc").is(actor.creditCode())));
        } else if (actor.workerId() != null) {
            scope.add(Criteria.where("personId").is(actor.workerId()));
        } else {
            return null;
        }
        return scope;
    }

    private static boolean mayReport(Placement.Facts facts, Actor actor) {
        return actor.has("HR_OFFICER") && actor.mayActIn(facts.district())
                || actor.creditCode() != null
                        && (actor.has("EMPLOYER") && actor.creditCode().equals(facts.employerUscc())
                                || actor.has("AGENCY") && actor.creditCode().equals(facts.agencyUscc()));
    }

    private static boolean mayRead(Placement placement, Actor actor) {
        return actor.hasAny(OFFICERS) && actor.mayActIn(placement.file().district())
                || mayReport(placement.facts(), actor)
                || placement.personId().equals(actor.workerId());
    }
}
