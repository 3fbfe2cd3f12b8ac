package cn.sanming.migrant.job.family;

import cn.sanming.migrant.job.family.ZeroEmploymentFamily.Member;
import cn.sanming.migrant.job.family.ZeroEmploymentFamily.Report;
import cn.sanming.migrant.job.family.ZeroEmploymentFamily.State;
import cn.sanming.migrant.job.hardship.HardshipCategory;
import cn.sanming.migrant.job.hardship.HardshipDesk;
import cn.sanming.migrant.job.unemployment.UnemploymentRegister;
import cn.sanming.migrant.job.unemployment.WorkBook;
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
class FamilyDesk implements DueWork, RunningDeadlines {

    static final Command<ZeroEmploymentFamily, Report> OPEN = Command.of("openZeroEmploymentFamily", Report.class);
    static final Command<ZeroEmploymentFamily, Command.Nothing> VERIFY = Command.of("verifyZeroEmploymentFamily");
    static final Command<ZeroEmploymentFamily, Command.Because> REJECT = Command.because("rejectZeroEmploymentFamily");
    static final Command<ZeroEmploymentFamily, Adviser> START_ASSISTANCE =
            Command.of("startAssistanceZeroEmploymentFamily", Adviser.class);
    static final Command<ZeroEmploymentFamily, Placed> ELIMINATE =
            Command.of("eliminateZeroEmploymentFamily", Placed.class);
    static final Command<ZeroEmploymentFamily, Command.Nothing> REOPEN = Command.of("reopenZeroEmploymentFamily");
    static final Command<ZeroEmploymentFamily, Command.Because> DISSOLVE =
            Command.because("dissolveZeroEmploymentFamily");

    private static final String PATH = "/api/v1/jobs/zero-employment-families";

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<ZeroEmploymentFamily> definition;
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
            Cases cases,
            UnemploymentRegister register,
            WorkBook work,
            HardshipDesk hardship,
            RuleBook rules,
            ZeroEmploymentRule rule) {
        this.mongo = mongo;
        this.cases = cases;
        this.register = register;
        this.work = work;
        this.hardship = hardship;
        this.rules = rules;
        this.rule = rule;
        this.definition = cases.define(ZeroEmploymentFamily.class, "ZeroEmploymentFamily", PATH)
                .opens(OPEN, Set.of("WORKER", "HR_OFFICER"), this::report)
                .on(VERIFY, (family, context) -> family.verify(decide(family), deadline(context), context))
                .on(REJECT, (family, _, _) -> family.over())
                .on(START_ASSISTANCE, (family, body, _) -> family.assistBy(body.adviser()))
                .on(ELIMINATE, (family, body, context) -> family.eliminate(body.placementId(), context))
                .on(REOPEN, this::reopen)
                .on(DISSOLVE, (family, _, _) -> family.over())
                .person("WORKER", "personIds", ZeroEmploymentFamily::personIds)
                .shownAs(View.class, View::of);
    }

    private Outcome<ZeroEmploymentFamily> report(Report report, CommandContext context) {
        var actor = context.actor();
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
                ? Outcome.created(ZeroEmploymentFamily.reported(report, context), "")
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

    private LocalDate deadline(CommandContext context) {
        int days = rules.context().on(context.today()).integer("job.zerofamily.deadline_wd");
        return rules.calendar().workingDaysAfter(context.today(), days);
    }

    private Verdict reopen(ZeroEmploymentFamily family, CommandContext context) {
        return family.reopen(decide(family), deadline(context));
    }

    /// The members of a verified family may be placed in public-welfare posts.
    void certifyMembers(String familyId, CommandContext context) {
        cases.find(definition, familyId).ifPresent(family -> family.personIds().forEach(person -> hardship.certify(
                        person,
                        HardshipCategory.ZERO_EMPLOYMENT_FAMILY,
                        family.report().district(),
                        true,
                        false,
                        false,
                        context)
                .orRetry()));
    }

    void placed(String personId, String placementId, CommandContext context) {
        of(personId, State.IN_ASSISTANCE)
                .forEach(family -> cases.fire(family.id(), ELIMINATE, new Placed(placementId), context)
                        .orRetry());
    }

    /// Asks again whether nobody works; the guard says no as long as somebody does.
    void lookAgain(String personId, CommandContext context) {
        of(personId, State.ELIMINATED)
                .forEach(family -> cases.fire(family.id(), REOPEN, context).orRetry());
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
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "eliminate", ZeroEmploymentFamily.class, List.of(State.IN_ASSISTANCE), this::eliminateIfWorking));
    }

    private void eliminateIfWorking(String id, BusinessDay day) {
        cases.find(definition, id).stream()
                .flatMap(family -> family.personIds().stream())
                .flatMap(person -> work.workOf(person, day.date()).stream())
                .findFirst()
                .ifPresent(placement -> day.orRetry(cases.fire(id, ELIMINATE, new Placed(placement), day.context())));
    }
}
