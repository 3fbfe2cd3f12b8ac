package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
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

/// Arrears over HTTP: officers see their county, other departments ask as services, firms and workers see what
/// names them.
@RestController
@RequestMapping("/api/v1/wages/arrears")
class ArrearsController {

    private static final Set<String> READERS = Set.of(
            "INSPECTOR",
            "INSPECTION_HEAD",
            "HR_OFFICER",
            "HR_HEAD",
            "HOUSING_OFFICER",
            "SUPERVISOR",
            "SERVICE",
            "LEGAL_AID_OFFICER",
            "ARBITRATOR",
            "ARB_REGISTRAR");

    private final MongoTemplate mongo;
    private final ArrearsDesk desk;

    ArrearsController(MongoTemplate mongo, ArrearsDesk desk) {
        this.mongo = mongo;
        this.desk = desk;
    }

    record Excuse(String reason) {}

    @GetMapping("/{id}")
    Outcome<ArrearsView> one(@PathVariable String id, Actor actor) {
        var arrears = mongo.findById(id, Arrears.class);
        return arrears == null || !mayRead(arrears, actor) ? Outcome.notFound() : Outcome.done(ArrearsView.of(arrears));
    }

    @GetMapping
    Outcome<Page<ArrearsView>> list(
            @RequestParam(name = "employer_uscc", required = false) @Nullable String employerUscc,
            @RequestParam(name = "project_id", required = false) @Nullable String projectId,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        var wanted = new Criteria();
        if (!actor.hasAny(READERS)) {
            if (actor.creditCode() == null && actor.workerId() == null) {
                return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
            }
            wanted = actor.creditCode() == null
                    ? wanted.and("personIds").is(actor.workerId())
                    : wanted.orOperator(
                            Criteria.where("employerUscc").is(actor.creditCode()),
                            Criteria.where("contractorUscc").is(actor.creditCode()));
        } else if (actor.county() != null) {
            wanted = wanted.and("file.district").is(actor.county());
        }
        if (employerUscc != null) {
            wanted = wanted.and("employerUscc").is(employerUscc);
        }
        if (projectId != null) {
            wanted = wanted.and("projectId").is(projectId);
        }
        if (level != null) {
            wanted = wanted.and("file.state").is(level);
        }
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        var rows = mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), Arrears.class);
        var page = Page.of(rows, size, Arrears::id);
        return Outcome.done(
                new Page<>(page.items().stream().map(ArrearsView::of).toList(), page.next()));
    }

    /// Force majeure found by an officer stops the alert (支付条例 art. 14).
    @PostMapping("/{id}/excuse")
    Outcome<ArrearsView> excuse(@PathVariable String id, @Body Excuse body, CommandContext context) {
        return context.actor().hasAny(Set.of("INSPECTOR", "INSPECTION_HEAD"))
                ? desk.excuse(id, body.reason(), context)
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
    }

    private static boolean mayRead(Arrears arrears, Actor actor) {
        return actor.hasAny(READERS) && actor.mayActIn(arrears.file().district())
                || arrears.employerUscc().equals(actor.creditCode())
                || actor.creditCode() != null && actor.creditCode().equals(arrears.contractorUscc())
                || actor.workerId() != null && arrears.personIds().contains(actor.workerId());
    }
}
