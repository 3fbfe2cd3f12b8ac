package cn.sanming.migrant.subsidy.ledger;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What is left of a budget, for the officers who spend it.
@RestController
class BudgetController {

    private static final Set<String> READERS =
            Set.of("HR_OFFICER", "HR_HEAD", "FINANCE_OFFICER", "SUPERVISOR", "SERVICE");

    private final MongoTemplate mongo;

    /// @param available what is left; below zero where less is allotted than is taken already (超支)
    record View(
            Money allocated,
            @Schema(pattern = "^-?[0-9]+\\.[0-9]{2}$") String available,
            Money committed,
            Money paid) {}

    BudgetController(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/api/v1/subsidies/budgets/{measure}/{district}/{year}")
    Outcome<View> one(
            @PathVariable String measure, @PathVariable String district, @PathVariable int year, Actor actor) {
        if (!actor.hasAny(READERS) || !actor.mayActIn(district)) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var found = mongo.findById(BudgetLineId.ofBudget(measure, district, year), BudgetLine.class);
        return found == null
                ? Outcome.notFound()
                : Outcome.done(new View(
                        BudgetLine.yuan(found.limit()),
                        BudgetLine.balance(found.free()),
                        BudgetLine.yuan(found.committed()),
                        BudgetLine.yuan(found.spent())));
    }
}
