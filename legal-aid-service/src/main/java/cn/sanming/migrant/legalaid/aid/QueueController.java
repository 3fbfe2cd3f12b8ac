package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The queue over HTTP: officers see their district's, workers the places of their own cases.
@RestController
@RequestMapping("/api/v1/legal-aid")
class QueueController {

    private final WaitingLine line;

    record Queue(List<WaitingLine.Place> items) {}

    /// The fields an application has to fill in; where the means test is not required there is none about income.
    record Form(boolean meansTestRequired, List<String> fields) {}

    QueueController(WaitingLine line) {
        this.line = line;
    }

    @GetMapping("/queue")
    Outcome<Queue> queue(@RequestParam(required = false) @Nullable String district, CommandContext context) {
        var actor = context.actor();
        if (actor.has("LEGAL_AID_OFFICER")) {
            return district == null || actor.mayActIn(district)
                    ? Outcome.done(new Queue(line.of(district == null ? actor.county() : district, context)))
                    : Outcome.refused(Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        return actor.workerId() == null
                ? Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"))
                : Outcome.done(new Queue(line.ofPerson(actor.workerId(), context)));
    }

    @GetMapping("/application-form")
    Outcome<Form> form(@RequestParam Matter matter, @RequestParam(name = "migrant_worker") boolean migrantWorker) {
        boolean asked = !(migrantWorker && matter.exemptForMigrants());
        var fields =
                List.of("matter", "migrant_worker", "district", "employer_uscc", "employment_ended_on", "materials");
        if (!asked) {
            return Outcome.done(new Form(false, fields));
        }
        var more = new ArrayList<>(fields);
        more.add("per_capita_monthly_income");
        return Outcome.done(new Form(true, more));
    }
}
