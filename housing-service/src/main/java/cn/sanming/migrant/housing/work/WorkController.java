package cn.sanming.migrant.housing.work;

import cn.sanming.migrant.housing.application.WorkYears;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A worker looks up the own years of work before applying (在明工作年限查询).
@RestController
class WorkController {

    private final WorkBook book;
    private final RuleBook rules;
    private final WorkYears rule;

    /// @param degraded the wage department is silent, so jobs may be missing
    record Own(List<Spell> spells, boolean degraded, Decision<WorkYears.Finding> workYears) {}

    WorkController(WorkBook book, RuleBook rules, WorkYears rule) {
        this.book = book;
        this.rules = rules;
        this.rule = rule;
    }

    @GetMapping("/api/v1/housing/work-years")
    Outcome<Own> own(CommandContext context) {
        var worker = context.actor().workerId();
        if (worker == null) {
            return Outcome.refused(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE")
                            .required("WORKER", context.actor().roles()));
        }
        var history = book.of(worker, context.today(), List.of());
        return Outcome.done(new Own(
                history.spells(),
                history.degraded(),
                rules.decide(rule, new WorkYears.Facts(history.jobs(), context.today()))));
    }
}
