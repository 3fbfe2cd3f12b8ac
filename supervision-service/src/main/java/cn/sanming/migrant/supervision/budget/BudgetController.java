package cn.sanming.migrant.supervision.budget;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.web.Body;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.ledger.Readers;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Budgets over HTTP: finance officers allocate and settle, officers read, each in their county.
@RestController
@RequestMapping(BudgetController.PATH)
class BudgetController {

    static final String PATH = "/api/v1/supervision/budgets";

    private final BudgetDesk desk;
    private final Catalogue catalogue;

    BudgetController(BudgetDesk desk, Catalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    record Allocation(
            String measure,
            String district,
            @Min(2020) @Max(2100) int year,
            String unitCode,
            Money amount) {}

    record More(Money amount) {}

    record Reservation(@NotBlank String claimId, Money amount) {}

    @PostMapping
    Outcome<BudgetView> allocate(@Body Allocation body, CommandContext context) {
        var refusal = refusal(context.actor(), body.district());
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        var faults = new ArrayList<Reason>();
        if (catalogue.measure(body.measure()).isEmpty()) {
            faults.add(Reason.at("/measure", "UNKNOWN_MEASURE"));
        }
        if (!catalogue.isUnit(body.unitCode())) {
            faults.add(Reason.at("/unit_code", "UNKNOWN_UNIT"));
        }
        if (!body.district().equals(Divisions.CITY)
                && Divisions.sanming().find(body.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (!body.amount().isPositive()) {
            faults.add(Reason.at("/amount", "POSITIVE"));
        }
        return faults.isEmpty()
                ? desk.open(body.measure(), body.district(), body.year(), body.unitCode(), body.amount(), context)
                : Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
    }

    @PostMapping("/{id}/allocations")
    Outcome<BudgetView> raise(@PathVariable String id, @Body More body, CommandContext context) {
        return onOwn(
                id,
                context,
                budget -> body.amount().isPositive()
                        ? desk.raise(budget, body.amount(), context)
                        : Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/amount", "POSITIVE")));
    }

    @PostMapping("/{id}/reservations")
    Outcome<BudgetView> reserve(@PathVariable String id, @Body Reservation body, CommandContext context) {
        return onOwn(id, context, budget -> desk.reserve(budget, body.claimId(), body.amount(), context));
    }

    @PostMapping("/{id}/reservations/{claimId}/pay")
    Outcome<BudgetView> pay(@PathVariable String id, @PathVariable String claimId, CommandContext context) {
        return onOwn(id, context, budget -> desk.settle(budget, claimId, Claim.Standing.PAID, context));
    }

    @PostMapping("/{id}/reservations/{claimId}/release")
    Outcome<BudgetView> release(@PathVariable String id, @PathVariable String claimId, CommandContext context) {
        return onOwn(id, context, budget -> desk.settle(budget, claimId, Claim.Standing.RELEASED, context));
    }

    @GetMapping
    Outcome<Page<BudgetView>> list(
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        if (!Readers.isOfficer(actor)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        if (district != null && !actor.mayActIn(district)) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT"));
        }
        var where = district == null ? actor.county() : district;
        var size = Page.limit(limit);
        var rows = desk.list(measure, where, year, after, size + 1).stream()
                .map(BudgetView::of)
                .toList();
        return Outcome.done(Page.of(rows, size, BudgetView::id));
    }

    @GetMapping("/{id}")
    Outcome<BudgetView> one(@PathVariable String id, Actor actor) {
        return desk.find(id)
                .filter(budget -> Readers.isOfficer(actor) && actor.mayActIn(budget.district()))
                .map(budget -> Outcome.done(BudgetView.of(budget)))
                .orElseGet(Outcome::notFound);
    }

    private Outcome<BudgetView> onOwn(String id, CommandContext context, Function<Budget, Outcome<BudgetView>> work) {
        var budget = desk.find(id);
        if (budget.isEmpty()) {
            return Outcome.notFound();
        }
        var refusal = refusal(context.actor(), budget.get().district());
        return refusal == null ? work.apply(budget.get()) : Outcome.refused(refusal);
    }

    private static @Nullable Refusal refusal(Actor actor, String district) {
        if (!actor.has("FINANCE_OFFICER")) {
            return Refusal.of(
                    Refusal.Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE").required("FINANCE_OFFICER", actor.roles()));
        }
        return actor.mayActIn(district)
                ? null
                : Refusal.of(
                        Refusal.Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
    }
}
