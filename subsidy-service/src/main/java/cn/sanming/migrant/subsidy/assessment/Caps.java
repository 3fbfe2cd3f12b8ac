package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.subsidy.claim.Kind;
import cn.sanming.migrant.subsidy.ledger.BudgetLineId;
import cn.sanming.migrant.subsidy.ledger.BudgetLines;
import cn.sanming.migrant.subsidy.ledger.Reservations;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The caps of one agency (每机构20万元) and one business (每企业3万元), each a budgetLine of its own; measures 3 and 4.
@Component
public class Caps {

    private static final String YEARLY = "PER_AGENCY_CALENDAR_YEAR";

    private final BudgetLines budgetLines;
    private final Reservations reservations;
    private final RuleBook rules;

    Caps(BudgetLines budgetLines, Reservations reservations, RuleBook rules) {
        this.budgetLines = budgetLines;
        this.reservations = reservations;
        this.rules = rules;
    }

    /// The budgetLine of the cap that a kind has, with its limit as it stands on the day of the application.
    public Optional<String> budgetLine(Kind kind, String applicant, LocalDate on) {
        return switch (kind) {
            case AGENCY_REWARD -> {
                var figures = rules.context().on(on);
                var yearly = figures.text("subsidy.agency_reward.cap_scope").equals(YEARLY);
                var id = BudgetLineId.ofCap(kind.name(), applicant, yearly ? Integer.toString(on.getYear()) : "");
                budgetLines.limit(id, figures.money("subsidy.agency_reward.cap"));
                yield Optional.of(id);
            }
            case STARTUP_JOBS -> {
                var id = BudgetLineId.ofCap(kind.name(), applicant, "");
                budgetLines.limit(id, rules.context().on(on).money("subsidy.startup_jobs.cap"));
                yield Optional.of(id);
            }
            case POST, STARTUP, APPRAISAL, APPRAISAL_FEE -> Optional.empty();
        };
    }

    /// What others than this claim have been granted under the same cap.
    Money granted(Kind kind, String applicant, LocalDate on, String claim) {
        return budgetLine(kind, applicant, on)
                .map(budgetLine -> reservations.takenByOthers(budgetLine, claim))
                .orElse(Money.ZERO);
    }
}
