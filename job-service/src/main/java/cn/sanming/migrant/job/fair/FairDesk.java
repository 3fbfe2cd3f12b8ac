package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for job fairs.
@Component
class FairDesk {

    record Hold(LocalDate heldOn, FairFigures figures) {}

    record View(
            String id,
            String state,
            FairPlan plan,
            @Nullable FairFigures figures,
            @Nullable LocalDate heldOn) {

        static View of(JobFair fair) {
            return new View(fair.id(), fair.file().state(), fair.plan(), fair.figures(), fair.heldOn());
        }
    }

    FairDesk(Dockets dockets) {
        dockets.declare(JobFair.class, "JobFair", "/api/v1/jobs/fairs")
                .opens(FairPlan.class, Set.of("HR_OFFICER"), FairDesk::plan)
                .on("announce", JobFair::announce)
                .on("hold", Hold.class, (fair, body, act) -> fair.hold(body.heldOn(), body.figures(), act))
                .on("report", FairFigures.class, (fair, body, _) -> fair.report(body))
                .onReason("cancel")
                .shownAs(View.class, View::of);
    }

    private static Outcome<JobFair> plan(FairPlan plan, Act act) {
        var faults = new ArrayList<Reason>();
        if (Divisions.sanming().find(plan.district()).isEmpty()) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (plan.lastDay().isBefore(plan.firstDay())) {
            faults.add(Reason.at("/last_day", "BEFORE_FIRST_DAY").required(plan.firstDay(), plan.lastDay()));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        return act.actor().mayActIn(plan.district())
                ? Outcome.created(JobFair.planned(plan, act), "")
                : Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
    }
}
