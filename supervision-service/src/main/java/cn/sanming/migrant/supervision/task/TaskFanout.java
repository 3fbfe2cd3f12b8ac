package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.Measure;
import java.util.ArrayList;
import java.util.List;

/// Who gets a task when the policy starts (任务分解): the lead unit, each responsible unit, each county; M20.2.
@PolicyRule(id = "TASK_FANOUT", measure = "M20", zh = "任务分解", en = "Fan-out of a measure into tasks", clause = "M20.2")
final class TaskFanout implements Rule<TaskFanout.Facts, TaskFanout.Finding> {

    private final Catalogue catalogue;

    record Facts(String measure) {}

    record Finding(int tasks, String lead) {}

    /// One share of a measure.
    record Share(String unitCode, TaskRole role) {}

    TaskFanout(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var measure = catalogue
                .measure(facts.measure())
                .orElseThrow(() -> new UnfitFacts(Reason.at("/measure", "UNKNOWN_MEASURE")));
        var shares = shares(measure);
        for (var role : TaskRole.values()) {
            var units = shares.stream()
                    .filter(share -> share.role() == role)
                    .map(Share::unitCode)
                    .toList();
            context.step("M20.2", "one task for each unit in this capacity", role, units, true);
        }
        return new Finding(shares.size(), measure.lead());
    }

    List<Share> shares(Measure measure) {
        var shares = new ArrayList<Share>();
        shares.add(new Share(measure.lead(), TaskRole.LEAD));
        catalogue.bureaus(measure).forEach(unit -> shares.add(new Share(unit, TaskRole.RESPONSIBLE)));
        catalogue.counties(measure).forEach(unit -> shares.add(new Share(unit, TaskRole.COUNTY)));
        return shares;
    }
}
