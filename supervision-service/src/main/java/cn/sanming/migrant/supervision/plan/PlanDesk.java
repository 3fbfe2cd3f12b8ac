package cn.sanming.migrant.supervision.plan;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for plans (方案窗口): each unit has one, and changes it by new editions.
@Component
class PlanDesk {

    static final Command<ImplementationPlan, Draft> OPEN = Command.of("openImplementationPlan", Draft.class);
    static final Command<ImplementationPlan, Command.Nothing> SUBMIT = Command.of("submitImplementationPlan");
    static final Command<ImplementationPlan, Command.Nothing> APPROVE = Command.of("approveImplementationPlan");
    static final Command<ImplementationPlan, Command.Because> RETURN = Command.because("returnImplementationPlan");
    static final Command<ImplementationPlan, Command.Nothing> REVISE = Command.of("reviseImplementationPlan");
    static final Command<ImplementationPlan, Edit> EDIT = Command.of("editImplementationPlan", Edit.class);

    private final Cases cases;
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final CaseDefinition<ImplementationPlan> definition;

    record Draft(String unitCode, @NotBlank String contact, List<ImplementationPlan.Step> steps) {}

    record Edit(@NotBlank String contact, List<ImplementationPlan.Step> steps) {}

    PlanDesk(Cases cases, Catalogue catalogue, RuleBook rules) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.rules = rules;
        this.definition = cases.define(ImplementationPlan.class, "ImplementationPlan", "/api/v1/supervision/plans")
                .opens(OPEN, Set.of("UNIT_OFFICER", "LEAD_OFFICER"), this::draft)
                .on(SUBMIT, (plan, context) -> plan.submit(catalogue.measuresOf(plan.unitCode()), context))
                .on(APPROVE)
                .on(RETURN)
                .on(REVISE, (plan, _) -> plan.revise())
                .notes(EDIT, Set.of("UNIT_OFFICER"), (plan, body, _) -> plan.edit(body.contact(), body.steps()))
                .unit("UNIT_OFFICER", "unitCode", ImplementationPlan::unitCode)
                .filter("unit_code", "unitCode")
                .shownAs(PlanView.class, plan -> PlanView.of(plan, catalogue.measuresOf(plan.unitCode())));
    }

    private Outcome<ImplementationPlan> draft(Draft body, CommandContext context) {
        if (!body.unitCode().equals(context.actor().unit())) {
            return Outcome.refused(
                    Refusal.Kind.FORBIDDEN_ROLE,
                    Reason.at("/unit_code", "PLAN_OF_ANOTHER_UNIT")
                            .required(context.actor().unit(), body.unitCode()));
        }
        var faults = faults(body);
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var id = Ids.of("pl", body.unitCode());
        if (cases.find(definition, id).isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + id);
        }
        var figures = rules.policy().on(context.today());
        var deadline = rules.calendar()
                .calendarDaysAfter(
                        figures.date("general.policy_effective_from"), figures.integer("supervision.plan_days"));
        var file = CaseFile.opened(
                id, PlanState.DRAFT, catalogue.countyOf(body.unitCode()).orElse(null), context);
        return Outcome.created(
                new ImplementationPlan(
                        id, file, body.unitCode(), deadline, body.contact(), new ArrayList<>(body.steps())),
                definition.path() + '/' + id);
    }

    private List<Reason> faults(Draft body) {
        var faults = new ArrayList<Reason>();
        if (!catalogue.isUnit(body.unitCode())) {
            faults.add(Reason.at("/unit_code", "UNKNOWN_UNIT"));
        }
        for (int i = 0; i < body.steps().size(); i++) {
            var step = body.steps().get(i);
            if (catalogue.measure(step.measure()).isEmpty()) {
                faults.add(Reason.at("/steps/" + i + "/measure", "UNKNOWN_MEASURE"));
            }
            if (step.subItem() != null && catalogue.promise(step.subItem()).isEmpty()) {
                faults.add(Reason.at("/steps/" + i + "/sub_item", "UNKNOWN_PROMISE"));
            }
        }
        return faults;
    }
}
