package cn.sanming.migrant.supervision.plan;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
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

    private final Dockets dockets;
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final Docket<ImplementationPlan> docket;

    record Draft(String unitCode, @NotBlank String contact, List<ImplementationPlan.Step> steps) {}

    record Edit(@NotBlank String contact, List<ImplementationPlan.Step> steps) {}

    PlanDesk(Dockets dockets, Catalogue catalogue, RuleBook rules) {
        this.dockets = dockets;
        this.catalogue = catalogue;
        this.rules = rules;
        this.docket = dockets.declare(ImplementationPlan.class, "ImplementationPlan", "/api/v1/supervision/plans")
                .opens(Draft.class, Set.of("UNIT_OFFICER", "LEAD_OFFICER"), this::draft)
                .on("submit", (plan, act) -> plan.submit(catalogue.measuresOf(plan.unitCode()), act))
                .on("approve")
                .onReason("return")
                .on("revise", (plan, _) -> plan.revise())
                .notes(
                        "edit",
                        Set.of("UNIT_OFFICER"),
                        Edit.class,
                        (plan, body, _) -> plan.edit(body.contact(), body.steps()))
                .unit("UNIT_OFFICER", "unitCode", ImplementationPlan::unitCode)
                .filter("unit_code", "unitCode")
                .shownAs(PlanView.class, plan -> PlanView.of(plan, catalogue.measuresOf(plan.unitCode())));
    }

    private Outcome<ImplementationPlan> draft(Draft body, Act act) {
        if (!body.unitCode().equals(act.actor().unit())) {
            return Outcome.refused(
                    Refusal.Kind.FORBIDDEN_ROLE,
                    Reason.at("/unit_code", "PLAN_OF_ANOTHER_UNIT")
                            .required(act.actor().unit(), body.unitCode()));
        }
        var faults = faults(body);
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        var id = Ids.of("pl", body.unitCode());
        if (dockets.find(docket, id).isPresent()) {
            return Outcome.duplicate(docket.path() + '/' + id);
        }
        var figures = rules.policy().on(act.today());
        var deadline = rules.calendar()
                .calendarDaysAfter(
                        figures.date("general.policy_effective_from"), figures.integer("supervision.plan_days"));
        var file = CaseFile.opened(
                id, PlanState.DRAFT, catalogue.countyOf(body.unitCode()).orElse(null), act);
        return Outcome.created(
                new ImplementationPlan(
                        id, file, body.unitCode(), deadline, body.contact(), new ArrayList<>(body.steps())),
                docket.path() + '/' + id);
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
