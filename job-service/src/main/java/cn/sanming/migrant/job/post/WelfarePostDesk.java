package cn.sanming.migrant.job.post;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.job.hardship.HardshipDesk;
import cn.sanming.migrant.job.post.WelfarePost.Proposal;
import cn.sanming.migrant.job.post.WelfarePost.State;
import cn.sanming.migrant.job.worklist.DueWork;
import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
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
class WelfarePostDesk implements BusinessJob, DueWork {

    private static final String PATH = "/api/v1/jobs/welfare-posts";

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final Docket<WelfarePost> docket;
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
            Dockets dockets,
            HardshipDesk hardship,
            EmployerRegister employers,
            RuleBook rules,
            PostLimit limit) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.hardship = hardship;
        this.employers = employers;
        this.rules = rules;
        this.limit = limit;
        this.docket = dockets.declare(WelfarePost.class, "PublicWelfarePlacement", PATH)
                .opens(Proposal.class, Set.of("HR_OFFICER", "EMPLOYER"), this::propose)
                .on("approve", this::approve)
                .on("reject", Docket.Because.class, (post, _, _) -> post.over())
                .on("start", Start.class, this::start)
                .on("suspend", Suspension.class, this::suspend)
                .on("resume")
                .on("end", End.class, (post, body, act) -> post.end(body.endOn(), body.reason(), act))
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

    private Outcome<WelfarePost> propose(Proposal proposal, Act act) {
        var actor = act.actor();
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
        return Outcome.created(WelfarePost.proposed(proposal, number, act), "");
    }

    private Verdict approve(WelfarePost post, Act act) {
        var proposal = post.proposal();
        var certificate = hardship.validFor(proposal.certificationId(), post.personId(), act.today())
                .orElse(null);
        int most = rules.grounds().on(act.today()).integer("job.post.max_placements");
        var from = rules.calendar().workingDaysAfter(lastDayOfPublicity(post), 1);
        return post.approve(certificate, employers.isBlacklisted(proposal.employerUscc()), most, from, act);
    }

    /// Only for an employer on the list, or for wages that were not paid.
    private Verdict suspend(WelfarePost post, Suspension body, Act act) {
        var holds =
                switch (body.reason()) {
                    case EMPLOYER_BLACKLISTED ->
                        employers.isBlacklisted(post.proposal().employerUscc());
                    case WAGES_UNPAID -> true;
                };
        return Verdict.guards().require(holds, "EMPLOYER_NOT_BLACKLISTED").verdict();
    }

    private LocalDate lastDayOfPublicity(WelfarePost post) {
        int days = rules.grounds().on(post.publicisedOn()).integer("job.post.publicity_wd");
        return rules.calendar().workingDaysAfter(post.publicisedOn(), days);
    }

    private Verdict start(WelfarePost post, Start body, Act act) {
        var proposal = post.proposal();
        var retirement = Retirement.date(proposal.birthDate(), proposal.retirementCategory());
        var decision = rules.decide(limit, new PostLimit.Facts(body.startOn(), retirement));
        return post.start(body.startOn(), body.agreementSigned(), decision, act);
    }

    /// Other work was found: the post ends on the day before it begins.
    void otherWork(String personId, LocalDate startOn, Act act) {
        var open = mongo.findOne(Query.query(Criteria.where("openFor").is(personId)), WelfarePost.class);
        if (open == null || open.startOn() == null || !open.file().is(State.ACTIVE, State.SUSPENDED)) {
            return;
        }
        var dayBefore = startOn.minusDays(1);
        var last = dayBefore.isBefore(open.startOn()) ? open.startOn() : dayBefore;
        dockets.fire(docket, open.id(), "end", new End(last, "OTHER_JOB_FOUND"), act);
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
    public void run(LocalDate businessDate) {
        var act = Act.ofSystem(businessDate.atTime(at()).atZone(Dates.ZONE).toInstant());
        var over = Query.query(Criteria.where("file.state")
                .in(State.ACTIVE.name(), State.SUSPENDED.name())
                .and("lastSubsidisedDay")
                .lt(businessDate.toString()));
        for (var post : mongo.find(over, WelfarePost.class)) {
            var last = post.lastSubsidisedDay();
            if (last != null) {
                dockets.fire(docket, post.id(), "end", new End(last, "LIMIT_REACHED"), act);
            }
        }
    }
}
