package cn.sanming.migrant.job.post;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.hardship.HardshipDesk;
import cn.sanming.migrant.job.post.WelfarePost.Proposal;
import cn.sanming.migrant.job.post.WelfarePost.State;
import cn.sanming.migrant.job.worklist.RunningDeadlines;
import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Retirement;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for public-welfare posts; each night it ends those whose subsidised time is over.
@Component
class WelfarePostDesk implements DueWork, RunningDeadlines {

    static final Command<WelfarePost, Proposal> OPEN = Command.of("openPublicWelfarePlacement", Proposal.class);
    static final Command<WelfarePost, Command.Nothing> APPROVE = Command.of("approvePublicWelfarePlacement");
    static final Command<WelfarePost, Command.Because> REJECT = Command.because("rejectPublicWelfarePlacement");
    static final Command<WelfarePost, Start> START = Command.of("startPublicWelfarePlacement", Start.class);
    static final Command<WelfarePost, Suspension> SUSPEND =
            Command.of("suspendPublicWelfarePlacement", Suspension.class);
    static final Command<WelfarePost, Command.Nothing> RESUME = Command.of("resumePublicWelfarePlacement");
    static final Command<WelfarePost, End> END = Command.of("endPublicWelfarePlacement", End.class);

    private static final String PATH = "/api/v1/jobs/welfare-posts";

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<WelfarePost> definition;
    private final HardshipDesk hardship;
    private final EmployerRegister employers;
    private final RuleBook rules;
    private final PostLimit limit;

    record Start(LocalDate startOn, boolean agreementSigned) {}

    /// Why a post rests (暂停原因).
    enum SuspensionReason {
        EMPLOYER_BLACKLISTED,
        WAGES_UNPAID
    }

    record Suspension(SuspensionReason reason) {}

    record End(LocalDate endOn, String reason) {}

    record View(
            String id,
            String state,
            Proposal proposal,
            int placementNo,
            LocalDate publicisedOn,
            LocalDate publicityLastDay,
            @Nullable LocalDate startOn,
            @Nullable LocalDate lastSubsidisedDay,
            @Nullable LocalDate endOn,
            @Nullable Decision<PostLimit.Finding> decision) {}

    WelfarePostDesk(
            MongoTemplate mongo,
            Cases cases,
            HardshipDesk hardship,
            EmployerRegister employers,
            RuleBook rules,
            PostLimit limit) {
        this.mongo = mongo;
        this.cases = cases;
        this.hardship = hardship;
        this.employers = employers;
        this.rules = rules;
        this.limit = limit;
        this.definition = cases.define(WelfarePost.class, "PublicWelfarePlacement", PATH)
                .opens(OPEN, Set.of("HR_OFFICER", "EMPLOYER"), this::propose)
                .on(APPROVE, this::approve)
                .on(REJECT, (post, _, _) -> post.over())
                .on(START, this::start)
                .on(SUSPEND, this::suspend)
                .on(RESUME)
                .on(END, (post, body, context) -> post.end(body.endOn(), body.reason(), context))
                .firm("EMPLOYER", "proposal.employerUscc", post -> post.proposal()
                        .employerUscc())
                .person("WORKER", "personId", WelfarePost::personId)
                .shownAs(View.class, this::view);
    }

    private View view(WelfarePost post) {
        return new View(
                post.id(),
                post.file().state(),
                post.proposal(),
                post.placementNo(),
                post.publicisedOn(),
                lastDayOfPublicity(post),
                post.startOn(),
                post.lastSubsidisedDay(),
                post.endOn(),
                post.decision());
    }

    private Outcome<WelfarePost> propose(Proposal proposal, CommandContext context) {
        var actor = context.actor();
        if (!actor.has("HR_OFFICER") && !proposal.employerUscc().equals(actor.creditCode())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/employer_uscc", "NOT_YOUR_POST"));
        }
        if (Divisions.sanming().find(proposal.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (employers.isBlacklisted(proposal.employerUscc())) {
            return Outcome.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        var open = mongo.findOne(Query.query(Criteria.where("openFor").is(proposal.personId())), WelfarePost.class);
        if (open != null) {
            return Outcome.duplicate(PATH + '/' + open.id(), Reason.of("DUPLICATE"));
        }
        var before = Query.query(Criteria.where("personId")
                .is(proposal.personId())
                .and("file.state")
                .is(State.ENDED.name()));
        int number = (int) mongo.count(before, WelfarePost.class) + 1;
        return Outcome.created(WelfarePost.proposed(proposal, number, context), "");
    }

    private Verdict approve(WelfarePost post, CommandContext context) {
        var proposal = post.proposal();
        var certificate = hardship.validFor(proposal.certificationId(), post.personId(), context.today())
                .orElse(null);
        int most = rules.context().on(context.today()).integer("job.post.max_placements");
        var from = rules.calendar().workingDaysAfter(lastDayOfPublicity(post), 1);
        return post.approve(certificate, employers.isBlacklisted(proposal.employerUscc()), most, from, context);
    }

    /// Only for an employer on the list, or for wages that were not paid.
    private Verdict suspend(WelfarePost post, Suspension body, CommandContext context) {
        var holds =
                switch (body.reason()) {
                    case EMPLOYER_BLACKLISTED ->
                        employers.isBlacklisted(post.proposal().employerUscc());
                    case WAGES_UNPAID -> true;
                };
        return Verdict.guards().require(holds, "EMPLOYER_NOT_BLACKLISTED").verdict();
    }

    private LocalDate lastDayOfPublicity(WelfarePost post) {
        int days = rules.context().on(post.publicisedOn()).integer("job.post.publicity_wd");
        return rules.calendar().workingDaysAfter(post.publicisedOn(), days);
    }

    private Verdict start(WelfarePost post, Start body, CommandContext context) {
        var proposal = post.proposal();
        var retirement = Retirement.date(proposal.birthDate(), proposal.retirementCategory());
        var decision = rules.decide(limit, new PostLimit.Facts(body.startOn(), retirement));
        return post.start(body.startOn(), body.agreementSigned(), decision, context);
    }

    /// Other work was found: the post ends on the day before it begins.
    void otherWork(String personId, LocalDate startOn, CommandContext context) {
        var open = mongo.findOne(Query.query(Criteria.where("openFor").is(personId)), WelfarePost.class);
        if (open == null || open.startOn() == null || !open.file().is(State.ACTIVE, State.SUSPENDED)) {
            return;
        }
        var dayBefore = startOn.minusDays(1);
        var last = dayBefore.isBefore(open.startOn()) ? open.startOn() : dayBefore;
        cases.fire(open.id(), END, new End(last, "OTHER_JOB_FOUND"), context).orRetry();
    }

    /// A post at an employer that has been blacklisted is to be suspended by an officer.
    @Override
    public List<Due> dueOn(LocalDate on) {
        var active = Query.query(Criteria.where("file.state").is(State.ACTIVE.name()));
        return mongo.find(active, WelfarePost.class).stream()
                .filter(post -> employers.isBlacklisted(post.proposal().employerUscc()))
                .map(post -> new Due("SUSPEND_POST", post.id(), post.proposal().district(), on))
                .toList();
    }

    @Override
    public String name() {
        return "welfare-posts";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 20);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "end",
                WelfarePost.class,
                List.of(State.ACTIVE, State.SUSPENDED),
                (running, date) -> running.and("lastSubsidisedDay").lt(date),
                this::endAtLimit));
    }

    private void endAtLimit(String id, BusinessDay day) {
        var last =
                cases.find(definition, id).map(WelfarePost::lastSubsidisedDay).orElse(null);
        if (last != null && last.isBefore(day.date())) {
            day.orRetry(cases.fire(id, END, new End(last, "LIMIT_REACHED"), day.context()));
        }
    }
}
