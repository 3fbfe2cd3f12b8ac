package cn.sanming.migrant.job.family;

import cn.sanming.migrant.job.family.ZeroEmploymentFamily.Member;
import cn.sanming.migrant.job.family.ZeroEmploymentFamily.Report;
import cn.sanming.migrant.job.family.ZeroEmploymentFamily.State;
import cn.sanming.migrant.job.hardship.HardshipCategory;
import cn.sanming.migrant.job.hardship.HardshipDesk;
import cn.sanming.migrant.job.unemployment.UnemploymentRegister;
import cn.sanming.migrant.job.unemployment.WorkBook;
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
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The window for zero-employment families. Who is registered as unemployed comes from the register, not from the
/// report.
@Component
class FamilyDesk implements BusinessJob, DueWork {

    private static final String PATH = "/api/v1/jobs/zero-employment-families";

    private final MongoTemplate mongo;
    private final Dockets dockets;
    private final Docket<ZeroEmploymentFamily> docket;
    private final UnemploymentRegister register;
    private final WorkBook work;
    private final HardshipDesk hardship;
    private final RuleBook rules;
    private final ZeroEmploymentRule rule;

    record Adviser(String adviser) {}

    record Placed(String placementId) {}

    record View(
            String id,
            String state,
            Report report,
            @Nullable String adviser,
            @Nullable LocalDate verifiedOn,
            @Nullable LocalDate deadlineOn,
            @Nullable LocalDate eliminatedOn,
            @Nullable String placementId,
            @Nullable Decision<ZeroEmploymentRule.Finding> decision) {

        static View of(ZeroEmploymentFamily family) {
            return new View(
                    family.id(),
                    family.file().state(),
                    family.report(),
                    family.adviser(),
                    family.verifiedOn(),
                    family.deadlineOn(),
                    family.eliminatedOn(),
                    family.placementId(),
                    family.decision());
        }
    }

    FamilyDesk(
            MongoTemplate mongo,
            Dockets dockets,
            UnemploymentRegister register,
            WorkBook work,
            HardshipDesk hardship,
            RuleBook rules,
            ZeroEmploymentRule rule) {
        this.mongo = mongo;
        this.dockets = dockets;
        this.register = register;
        this.work = work;
        this.hardship = hardship;
        this.rules = rules;
        this.rule = rule;
        this.docket = dockets.declare(ZeroEmploymentFamily.class, "ZeroEmploymentFamily", PATH)
                .opens(Report.class, Set.of("WORKER", "HR_OFFICER"), this::report)
                .on("verify", (family, act) -> family.verify(decide(family), deadline(act), act))
                .on("reject", Docket.Because.class, (family, _, _) -> family.over())
                .on("start_assistance", Adviser.class, (family, body, _) -> family.assistBy(body.adviser()))
                .on("eliminate", Placed.class, (family, body, act) -> family.eliminate(body.placementId(), act))
                .on("reopen", this::reopen)
                .on("dissolve", Docket.Because.class, (family, _, _) -> family.over())
                .person("WORKER", "personIds", ZeroEmploymentFamily::personIds)
                .shownAs(View.class, View::of);
    }

    private Outcome<ZeroEmploymentFamily> report(Report report, Act act) {
        var actor = act.actor();
        var own = report.members().stream()
                .anyMatch(member -> actor.workerId() != null && actor.workerId().equals(member.personId()));
        if (!actor.has("HR_OFFICER") && !own) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.at("/members", "NOT_YOUR_HOUSEHOLD"));
        }
        if (Divisions.sanming().find(report.district()).isEmpty()) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (report.members().stream().anyMatch(member -> member.counts() && member.personId() == null)) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/members", "PERSON_ID_REQUIRED"));
        }
        var open = mongo.findOne(
                Query.query(Criteria.where("openFor").is(report.householdId())), ZeroEmploymentFamily.class);
        if (actor.has("HR_OFFICER") && !actor.mayActIn(report.district())) {
            return Outcome.refused(Refusal.Kind.OTHER_DISTRICT, Reason.at("/district", "OTHER_DISTRICT"));
        }
        return open == null
                ? Outcome.created(ZeroEmploymentFamily.reported(report, act), "")
                : Outcome.duplicate(PATH + '/' + open.id(), Reason.of("DUPLICATE"));
    }

    private Decision<ZeroEmploymentRule.Finding> decide(ZeroEmploymentFamily family) {
        var report = family.report();
        var members = report.members().stream().map(this::asRegistered).toList();
        return rules.decide(rule, new ZeroEmploymentRule.Facts(members, report.businessIncome()));
    }

    private ZeroEmploymentRule.Member asRegistered(Member member) {
        var registered =
                member.personId() != null && register.of(member.personId()).isPresent();
        return new ZeroEmploymentRule.Member(
                member.workingAge(),
                member.able(),
                member.willing(),
                member.student(),
                registered ? "REGISTERED_UNEMPLOYED" : "NONE");
    }

    private LocalDate deadline(Act act) {
        int days = rules.grounds().on(act.today()).integer("job.zerofamily.deadline_wd");
        return rules.calendar().workingDaysAfter(act.today(), days);
    }

    private Verdict reopen(ZeroEmploymentFamily family, Act act) {
        return family.reopen(decide(family), deadline(act));
    }

    /// The members of a verified family may be placed in public-welfare posts.
    void certifyMembers(String familyId, Act act) {
        dockets.find(docket, familyId).ifPresent(family -> family.personIds()
                .forEach(person -> hardship.certify(
                        person,
                        HardshipCategory.ZERO_EMPLOYMENT_FAMILY,
                        family.report().district(),
                        true,
                        false,
                        false,
                        act)));
    }

    void placed(String personId, String placementId, Act act) {
        of(personId, State.IN_ASSISTANCE)
                .forEach(family -> dockets.fire(docket, family.id(), "eliminate", new Placed(placementId), act));
    }

    /// Asks again whether nobody works; the guard says no as long as somebody does.
    void lookAgain(String personId, Act act) {
        of(personId, State.ELIMINATED).forEach(family -> dockets.fire(docket, family.id(), "reopen", act));
    }

    private List<ZeroEmploymentFamily> of(String personId, State state) {
        return mongo.find(
                Query.query(Criteria.where("personIds")
                        .is(personId)
                        .and("file.state")
                        .is(state.name())),
                ZeroEmploymentFamily.class);
    }

    @Override
    public List<Due> dueOn(LocalDate on) {
        var running = Query.query(Criteria.where("file.state").in(State.VERIFIED.name(), State.IN_ASSISTANCE.name()));
        return mongo.find(running, ZeroEmploymentFamily.class).stream()
                .flatMap(family -> Stream.ofNullable(family.deadlineOn())
                        .map(day -> new Due(
                                "ELIMINATE_ZERO_EMPLOYMENT",
                                family.id(),
                                family.report().district(),
                                day)))
                .toList();
    }

    @Override
    public String name() {
        return "zero-employment-families";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 30);
    }

    /// Who found work between verification and the start of assistance has ended it, too.
    @Override
    public void run(LocalDate businessDate) {
        var act = Act.ofSystem(businessDate.atTime(at()).atZone(Dates.ZONE).toInstant());
        var running = Query.query(Criteria.where("file.state").is(State.IN_ASSISTANCE.name()));
        for (var family : mongo.find(running, ZeroEmploymentFamily.class)) {
            family.personIds().stream()
                    .flatMap(person -> work.workOf(person, businessDate).stream())
                    .findFirst()
                    .ifPresent(placement -> dockets.fire(docket, family.id(), "eliminate", new Placed(placement), act));
        }
    }
}
