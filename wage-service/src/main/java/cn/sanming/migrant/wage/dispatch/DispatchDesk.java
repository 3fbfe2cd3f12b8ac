package cn.sanming.migrant.wage.dispatch;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.web.Page;
import cn.sanming.migrant.wage.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for reports of dispatched labour: one per employer and day.
@Component
class DispatchDesk {

    static final String PATH = "/api/v1/wages/dispatch-reports";
    private static final Set<String> OFFICERS =
            Set.of("HR_OFFICER", "HR_HEAD", "INSPECTOR", "INSPECTION_HEAD", "UNION_OFFICER", "SUPERVISOR");

    private final Registers registers;
    private final RuleBook rules;
    private final DispatchRatio ratio;

    record Report(
            String employerUscc,
            String district,
            LocalDate asOf,
            DispatchRatio.Facts facts,
            List<DispatchReport.Post> posts) {}

    DispatchDesk(Registers registers, RuleBook rules, DispatchRatio ratio) {
        this.registers = registers;
        this.rules = rules;
        this.ratio = ratio;
    }

    Outcome<DispatchReport.View> report(Report report, CommandContext context) {
        var actor = context.actor();
        if (!report.employerUscc().equals(actor.creditCode())
                && !(actor.hasAny(OFFICERS) && actor.mayActIn(report.district()))) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_REPORT"));
        }
        if (report.asOf().isAfter(context.today())) {
            return Outcome.refused(
                    Kind.VALIDATION,
                    Reason.at("/as_of", "DATE_IN_THE_FUTURE").required(context.today(), report.asOf()));
        }
        var decided = DispatchReport.of(
                report.employerUscc(),
                report.district(),
                report.facts(),
                report.asOf(),
                overlong(report),
                rules.decide(ratio, report.facts()),
                context);
        var path = PATH + '/' + decided.id();
        return registers.enter(decided, path, _ -> path).map(DispatchReport::view);
    }

    /// A temporary post may last six months, the last day included (劳动合同法 art. 66).
    private List<DispatchReport.Post> overlong(Report report) {
        int months = rules.policy().on(report.asOf()).integer("wage.dispatch.temporary_months");
        return report.posts().stream()
                .filter(post -> switch (post.kind()) {
                    case TEMPORARY -> Dates.addMonths(post.since(), months).isBefore(report.asOf());
                    case AUXILIARY, SUBSTITUTE -> false;
                })
                .toList();
    }

    Outcome<DispatchReport.View> one(String id, Actor actor) {
        return registers
                .find(DispatchReport.class, id)
                .filter(found -> found.employerUscc().equals(actor.creditCode())
                        || actor.hasAny(OFFICERS) && actor.mayActIn(found.file().district()))
                .map(found -> Outcome.done(found.view()))
                .orElseGet(Outcome::notFound);
    }

    Outcome<Page<DispatchReport.View>> list(
            @Nullable String employerUscc,
            @Nullable String state,
            @Nullable String after,
            @Nullable Integer limit,
            Actor actor) {
        var wanted = new HashMap<String, @Nullable Object>();
        if (actor.hasAny(OFFICERS)) {
            wanted.put("file.district", actor.county());
            wanted.put("employerUscc", employerUscc);
        } else if (actor.creditCode() != null) {
            wanted.put("employerUscc", actor.creditCode());
        } else {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        wanted.put("file.state", state);
        var page = registers.page(DispatchReport.class, DispatchReport::id, wanted, after, limit);
        return Outcome.done(Registers.shown(page, DispatchReport::view));
    }
}
