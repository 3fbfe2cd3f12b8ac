package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.worklist.RunningDeadlines;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for job fairs (招聘活动). Employers on the blacklist have no stand, and none of those counted may be on it.
@Component
class FairDesk implements RunningDeadlines {

    static final Command<JobFair, FairPlan> OPEN = Command.of("openJobFair", FairPlan.class);
    static final Command<JobFair, Command.Nothing> ANNOUNCE = Command.of("announceJobFair");
    static final Command<JobFair, Hold> HOLD = Command.of("holdJobFair", Hold.class);
    static final Command<JobFair, FairFigures> REPORT = Command.of("reportJobFair", FairFigures.class);
    static final Command<JobFair, Command.Because> CANCEL = Command.because("cancelJobFair");
    static final Command<JobFair, Booking> BOOK = Command.of("bookJobFair", Booking.class);
    static final Command<JobFair, Exclusion> EXCLUDE = Command.of("excludeJobFair", Exclusion.class);

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<JobFair> definition;
    private final EmployerRegister employers;
    private final RuleBook rules;

    /// @param present the employers that were there, if they were written down
    record Hold(
            LocalDate heldOn, FairFigures figures, @Nullable List<String> present) {}

    record Booking(String employerUscc, @PositiveOrZero int vacancies) {}

    record Exclusion(String employerUscc, boolean excluded) {}

    /// @param reportBy last day for the report; @param reportedLate whether it came after that day
    record View(
            String id,
            String state,
            FairPlan plan,
            List<JobFair.Stand> stands,
            @Nullable FairFigures figures,
            @Nullable LocalDate heldOn,
            LocalDate reportBy,
            @Nullable LocalDate reportedOn,
            @Nullable Boolean reportedLate) {}

    FairDesk(MongoTemplate mongo, Cases cases, EmployerRegister employers, RuleBook rules) {
        this.mongo = mongo;
        this.cases = cases;
        this.employers = employers;
        this.rules = rules;
        this.definition = cases.define(JobFair.class, "JobFair", "/api/v1/jobs/fairs")
                .opens(OPEN, Set.of("HR_OFFICER"), FairDesk::plan)
                .on(ANNOUNCE, JobFair::announce)
                .on(HOLD, this::hold)
                .on(REPORT, JobFair::report)
                .on(CANCEL)
                .notes(BOOK, Set.of("HR_OFFICER", "EMPLOYER"), this::book)
                .notes(EXCLUDE, Set.of("SYSTEM"), (fair, body, _) -> fair.exclude(body.employerUscc(), body.excluded()))
                .shownAs(View.class, this::view);
    }

    private View view(JobFair fair) {
        var by = reportBy(fair);
        var on = fair.reportedOn();
        return new View(
                fair.id(),
                fair.file().state(),
                fair.plan(),
                fair.stands(),
                fair.figures(),
                fair.heldOn(),
                by,
                on,
                on == null ? null : on.isAfter(by));
    }

    private LocalDate reportBy(JobFair fair) {
        var last = fair.plan().lastDay();
        return rules.calendar().workingDaysAfter(last, rules.context().on(last).integer("job.fairs.report_wd"));
    }

    private static Outcome<JobFair> plan(FairPlan plan, CommandContext context) {
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
        return context.actor().mayActIn(plan.district())
                ? Outcome.created(JobFair.planned(plan, context), "")
                : Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
    }

    private Verdict book(JobFair fair, Booking body, CommandContext context) {
        var actor = context.actor();
        if (!actor.has("HR_OFFICER") && !body.employerUscc().equals(actor.creditCode())) {
            return Verdict.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/employer_uscc", "NOT_YOUR_STAND"));
        }
        var fault = CreditCode.fault(body.employerUscc());
        if (fault.isPresent()) {
            return Verdict.refused(Refusal.Kind.VALIDATION, Reason.at("/employer_uscc", "CREDIT_CODE_" + fault.get()));
        }
        return fair.book(body.employerUscc(), body.vacancies(), employers.isBlacklisted(body.employerUscc()));
    }

    private Verdict hold(JobFair fair, Hold body, CommandContext context) {
        var present = body.present() == null ? List.<String>of() : body.present();
        var listed = present.stream().filter(employers::isBlacklisted).toList();
        if (!listed.isEmpty()) {
            return Verdict.refused(
                    Refusal.Kind.BLACKLISTED_EMPLOYER,
                    listed.stream()
                            .map(uscc -> Reason.at("/present/" + present.indexOf(uscc), "BLACKLISTED_EMPLOYER"))
                            .toArray(Reason[]::new));
        }
        return fair.hold(body.heldOn(), body.figures(), context);
    }

    /// An employer was listed or left the list: its stands at fairs to come follow.
    void standing(String uscc, boolean blacklisted, CommandContext context) {
        var booked = Query.query(Criteria.where("employers")
                .is(uscc)
                .and("file.state")
                .in(FairState.PLANNED.name(), FairState.ANNOUNCED.name()));
        for (var fair : mongo.find(booked, JobFair.class)) {
            var outcome = cases.fire(fair.id(), EXCLUDE, new Exclusion(uscc, blacklisted), context);
            if (outcome instanceof Outcome.Refused<JobFair>(Refusal refusal)
                    && refusal.kind() == Refusal.Kind.VERSION_CONFLICT) {
                throw new IllegalStateException("a fair is being changed all the time; the event comes again");
            }
        }
    }

    @Override
    public List<Due> dueOn(LocalDate on) {
        var held = Query.query(Criteria.where("file.state").is(FairState.HELD.name()));
        return mongo.find(held, JobFair.class).stream()
                .map(fair -> new Due("REPORT_FAIR", fair.id(), fair.plan().district(), reportBy(fair)))
                .toList();
    }
}
