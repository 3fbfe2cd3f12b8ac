package cn.sanming.migrant.wage.site;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.arrears.OpenArrears;
import cn.sanming.migrant.wage.insurance.InsuredStart;
import cn.sanming.migrant.wage.policy.LedgerRetention;
import cn.sanming.migrant.wage.policy.NoticeBoardCompleteness;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window for construction projects: registered, made ready, started, suspended, completed, settled.
@Component
class ProjectDesk {

    static final Command<ConstructionProject, Registration> OPEN =
            Command.of("openConstructionProject", Registration.class);
    static final Command<ConstructionProject, Command.Nothing> START = Command.of("startConstructionProject");
    static final Command<ConstructionProject, Command.Because> SUSPEND = Command.because("suspendConstructionProject");
    static final Command<ConstructionProject, Command.Nothing> RESUME = Command.of("resumeConstructionProject");
    static final Command<ConstructionProject, Command.Nothing> COMPLETE = Command.of("completeConstructionProject");
    static final Command<ConstructionProject, Command.Nothing> SETTLE = Command.of("settleConstructionProject");
    static final Command<ConstructionProject, Named> LABOUR_OFFICER =
            Command.of("labourOfficerConstructionProject", Named.class);
    static final Command<ConstructionProject, Checked> NOTICE_BOARD =
            Command.of("noticeBoardConstructionProject", Checked.class);
    static final Command<ConstructionProject, Subcontract> SUBCONTRACT =
            Command.of("subcontractConstructionProject", Subcontract.class);

    private final Projects projects;
    private final AccountBook accounts;
    private final DepositBook deposits;
    private final SitePayrolls payrolls;
    private final OpenArrears arrears;
    private final RuleBook rules;
    private final SiteRules rulebook;
    private final FieldCipher cipher;
    private final CaseDefinition<ConstructionProject> definition;

    /// The rules a site is decided by.
    @Component
    record SiteRules(InsuredStart insurance, NoticeBoardCompleteness board, LedgerRetention ledger) {}

    record Named(
            @NotBlank @Size(max = 50) String name,
            @Pattern(regexp = "[0-9+-]{7,20}") String phone) {}

    /// @param photo reference of the photograph
    record Checked(
            @Size(max = 50) List<String> items,
            @NotBlank @Size(max = 200) String photo,
            LocalDate checkedOn) {}

    record Subcontract(String uscc) {}

    ProjectDesk(
            Cases cases,
            Projects projects,
            AccountBook accounts,
            DepositBook deposits,
            SitePayrolls payrolls,
            OpenArrears arrears,
            RuleBook rules,
            SiteRules rulebook,
            FieldCipher cipher) {
        this.projects = projects;
        this.accounts = accounts;
        this.deposits = deposits;
        this.payrolls = payrolls;
        this.arrears = arrears;
        this.rules = rules;
        this.rulebook = rulebook;
        this.cipher = cipher;
        this.definition = cases.define(ConstructionProject.class, "ConstructionProject", "/api/v1/wages/projects")
                .opens(
                        OPEN,
                        Set.of("GENERAL_CONTRACTOR", "OWNER", "EMPLOYER", "HR_OFFICER", "HOUSING_OFFICER"),
                        this::register)
                .on(START, this::start)
                .on(SUSPEND)
                .on(RESUME)
                .on(COMPLETE, ConstructionProject::complete)
                .on(SETTLE, this::settle)
                .notes(LABOUR_OFFICER, Set.of("GENERAL_CONTRACTOR"), this::name)
                .notes(NOTICE_BOARD, Set.of("GENERAL_CONTRACTOR", "INSPECTOR"), this::check)
                .notes(SUBCONTRACT, Set.of("GENERAL_CONTRACTOR"), ProjectDesk::subcontract)
                .firm("OWNER", "terms.ownerUscc", project -> project.terms().ownerUscc())
                .firm("GENERAL_CONTRACTOR", "terms.contractorUscc", project -> project.terms()
                        .contractorUscc())
                .firm("SUBCONTRACTOR", "subcontractors", ConstructionProject::subcontractors)
                .readableBy("INSPECTION_HEAD", "HR_OFFICER", "HOUSING_OFFICER")
                .filter("owner_uscc", "terms.ownerUscc")
                .filter("contractor_uscc", "terms.contractorUscc")
                .filter("industry", "terms.industry")
                .shownAs(ProjectView.class, ProjectView::of);
    }

    private Outcome<ConstructionProject> register(Registration body, CommandContext context) {
        var faults = body.faults(context.actor(), context.today());
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        if (!mayRegister(body, context.actor())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        var terms = body.terms();
        return projects.find(ConstructionProject.idOf(terms))
                .map(known -> Outcome.<ConstructionProject>duplicate(definition.path() + '/' + known.id()))
                .orElseGet(() -> Outcome.created(
                        ConstructionProject.registered(terms, body.firms(), body.district(), context), ""));
    }

    private static boolean mayRegister(Registration body, Actor actor) {
        var code = actor.creditCode();
        return body.contractorUscc().equals(code)
                || body.ownerUscc().equals(code)
                || SiteAccess.isOfficer(actor, body.district());
    }

    private Verdict start(ConstructionProject project, CommandContext context) {
        var readiness = new ConstructionProject.Readiness(
                accounts.of(project.id()).filter(AccountBook.Standing::open).isPresent(),
                deposits.of(project.id()).filter(DepositBook.Standing::inOrder).isPresent(),
                project.covers().stream().anyMatch(cover -> insured(project, cover, context.today())));
        return project.start(readiness, context);
    }

    private boolean insured(ConstructionProject project, ConstructionProject.Cover cover, LocalDate startOn) {
        var facts = new InsuredStart.Facts(project.terms().contractPrice(), startOn, cover.from(), cover.to());
        return rules.decide(rulebook.insurance(), facts).result().startAllowed();
    }

    private Verdict settle(ConstructionProject project, CommandContext context) {
        var unpaid = payrolls.on(project.id()).stream()
                .filter(sheet -> !sheet.paid())
                .count();
        var retention = rules.decide(rulebook.ledger(), new LedgerRetention.Facts(context.today(), null, null));
        return project.settle(
                (int) unpaid,
                arrears.onProject(project.id()),
                retention.result().retainUntil(),
                context);
    }

    private Verdict name(ConstructionProject project, Named body, CommandContext context) {
        return project.name(new LabourOfficer(
                cipher.protect(body.name()),
                cipher.protect(body.phone()),
                LabourOfficer.masked(body.phone()),
                context.today()));
    }

    private Verdict check(ConstructionProject project, Checked body, CommandContext context) {
        var found = rules.decide(rulebook.board(), new NoticeBoardCompleteness.Facts(body.items()))
                .result();
        var missing = found.missing().stream().map(Enum::name).toList();
        return project.check(new NoticeBoard(body.items(), body.photo(), body.checkedOn(), missing), context.today());
    }

    private static Verdict subcontract(ConstructionProject project, Subcontract body, CommandContext context) {
        return SiteAccess.fault(body.uscc(), context.actor())
                .map(fault -> Verdict.refused(
                        Refusal.Kind.VALIDATION, Reason.at("/uscc", fault).clause("GB 32100")))
                .orElseGet(() -> project.subcontract(body.uscc()));
    }
}
