package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.payroll.PayrollLine;
import cn.sanming.migrant.wage.payroll.PayrollLines;
import cn.sanming.migrant.wage.payroll.Payrolls;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
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

    private static final Set<String> DECIDING = Set.of("INSPECTOR", "INSPECTION_HEAD");

    private final ArrearsRegister register;
    private final ArrearsDesk desk;
    private final Payrolls payrolls;
    private final PayrollLines lines;

    ArrearsController(ArrearsRegister register, ArrearsDesk desk, Payrolls payrolls, PayrollLines lines) {
        this.register = register;
        this.desk = desk;
        this.payrolls = payrolls;
        this.lines = lines;
    }

    record Excuse(String reason) {}

    record Reinstatement(String reason) {}

    /// One of the workers who are owed wages.
    record Victim(String personId, Money net) {}

    @GetMapping("/{id}")
    Outcome<ArrearsView> one(@PathVariable String id, Actor actor) {
        var arrears = register.find(id).orElse(null);
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
                    ? wanted.and("of.payrollId").in(lines.payrollsOf(actor.workerId()))
                    : wanted.and("firms").is(actor.creditCode());
        } else if (actor.county() != null) {
            wanted = wanted.and("file.district").is(actor.county());
        }
        if (employerUscc != null) {
            wanted = wanted.and("of.employerUscc").is(employerUscc);
        }
        if (projectId != null) {
            wanted = wanted.and("of.projectId").is(projectId);
        }
        if (level != null) {
            wanted = wanted.and("file.state").is(level);
        }
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        var rows = register.page(wanted, size + 1);
        var page = Page.of(rows, size, Arrears::id);
        return Outcome.done(
                new Page<>(page.items().stream().map(ArrearsView::of).toList(), page.next()));
    }

    /// Who is owed wages now, page by page; a worker sees himself alone.
    @GetMapping("/{id}/workers")
    Outcome<Page<Victim>> workers(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        var arrears = register.find(id).orElse(null);
        if (arrears == null || !mayRead(arrears, actor)) {
            return Outcome.notFound();
        }
        int size = Page.limit(limit);
        var rows = payrolls.find(arrears.of().payrollId())
                .map(payroll -> lines.unpaidPage(payroll, after == null ? "" : after, size + 1))
                .orElse(List.of());
        var page = Page.of(rows, size, PayrollLine::personId);
        return Outcome.done(new Page<>(
                page.items().stream()
                        .filter(line ->
                                seesAll(arrears, actor) || line.personId().equals(actor.workerId()))
                        .map(line -> new Victim(line.personId(), line.wage().net()))
                        .toList(),
                page.next()));
    }

    /// Force majeure found by an officer stops the alert (支付条例 art. 14).
    @PostMapping("/{id}/excuse")
    Outcome<ArrearsView> excuse(@PathVariable String id, @Body Excuse body, CommandContext context) {
        return context.actor().hasAny(DECIDING)
                ? desk.excuse(id, body.reason(), context)
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
    }

    /// Force majeure is taken back (撤销不可抗力认定): the alert goes on.
    @PostMapping("/{id}/reinstate")
    Outcome<ArrearsView> reinstate(@PathVariable String id, @Body Reinstatement body, CommandContext context) {
        return context.actor().hasAny(DECIDING)
                ? desk.reinstate(id, body.reason(), context)
                : Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
    }

    private boolean mayRead(Arrears arrears, Actor actor) {
        return seesAll(arrears, actor)
                || actor.workerId() != null
                        && lines.payrollsOf(actor.workerId())
                                .contains(arrears.of().payrollId());
    }

    private static boolean seesAll(Arrears arrears, Actor actor) {
        return actor.hasAny(READERS) && actor.mayActIn(arrears.file().district())
                || actor.creditCode() != null && arrears.firms().contains(actor.creditCode());
    }
}
