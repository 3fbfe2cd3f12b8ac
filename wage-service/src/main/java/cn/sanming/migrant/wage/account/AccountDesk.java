package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.arrears.OpenArrears;
import cn.sanming.migrant.wage.policy.AccountFunding;
import cn.sanming.migrant.wage.site.ConstructionProject;
import cn.sanming.migrant.wage.site.ProjectState;
import cn.sanming.migrant.wage.site.Projects;
import cn.sanming.migrant.wage.site.SiteAccess;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for special accounts: registered, opened, filled, reported on, closed.
@Component
class AccountDesk {

    static final Command<SpecialAccount, Registration> CREATE = Command.of("createSpecialAccount", Registration.class);
    static final Command<SpecialAccount, Opening> OPEN = Command.of("openSpecialAccount", Opening.class);
    static final Command<SpecialAccount, Command.Nothing> REQUEST_CLOSE = Command.of("requestCloseSpecialAccount");
    static final Command<SpecialAccount, Command.Because> OBJECT = Command.because("objectSpecialAccount");
    static final Command<SpecialAccount, Command.Nothing> CLOSE = Command.of("closeSpecialAccount");
    static final Command<SpecialAccount, Command.Nothing> FILE =
            Command.of("fileSpecialAccount", Command.Nothing.class);
    static final Command<SpecialAccount, Credited> CREDIT = Command.of("creditSpecialAccount", Credited.class);
    static final Command<SpecialAccount, Report> REPORT = Command.of("reportSpecialAccount", Report.class);

    private final Projects projects;
    private final Accounts accounts;
    private final OpenArrears arrears;
    private final RuleBook rules;
    private final AccountFunding funding;
    private final CaseDefinition<SpecialAccount> definition;

    /// @param fundingDay day of the next month by which the labour cost must be there; the default pay day if not
    /// agreed
    record Registration(
            String projectId,
            @NotBlank @Size(max = 100) String bank,
            String bankUscc,
            @Nullable @Min(1) @Max(31) Integer fundingDay) {}

    /// @param agreement reference of the agreement of owner, general contractor and bank
    record Opening(@NotBlank @Size(max = 200) String agreement) {}

    record Credited(@NotBlank @Size(max = 64) String reference, YearMonth period, Money amount, LocalDate receivedOn) {}

    /// @param received what the bank counted for the month; it must agree with the credits
    record Report(
            YearMonth period, Money required, @Nullable Money received) {}

    AccountDesk(
            Cases cases,
            Projects projects,
            Accounts accounts,
            OpenArrears arrears,
            RuleBook rules,
            AccountFunding funding) {
        this.projects = projects;
        this.accounts = accounts;
        this.arrears = arrears;
        this.rules = rules;
        this.funding = funding;
        this.definition = cases.define(SpecialAccount.class, "SpecialAccount", "/api/v1/wages/accounts")
                .opens(CREATE, Set.of("GENERAL_CONTRACTOR", "EMPLOYER", "BANK", "HR_OFFICER"), this::register)
                .on(OPEN, this::open)
                .on(REQUEST_CLOSE, this::requestClose)
                .on(OBJECT)
                .on(CLOSE, this::close)
                .notes(FILE, Set.of("HR_OFFICER"), (account, _, context) -> account.filed(context))
                .notes(CREDIT, Set.of("BANK"), AccountDesk::credit)
                .notes(REPORT, Set.of("BANK", "GENERAL_CONTRACTOR", "OWNER"), this::report)
                .firm("OWNER", "terms.ownerUscc", account -> account.terms().ownerUscc())
                .firm("GENERAL_CONTRACTOR", "terms.contractorUscc", account -> account.terms()
                        .contractorUscc())
                .firm("BANK", "terms.bankUscc", account -> account.terms().bankUscc())
                .readableBy("INSPECTOR", "INSPECTION_HEAD", "HOUSING_OFFICER")
                .filter("project_id", "terms.projectId")
                .filter("contractor_uscc", "terms.contractorUscc")
                .shownAs(AccountView.class, AccountView::of);
    }

    private Outcome<SpecialAccount> register(Registration body, CommandContext context) {
        var project = projects.find(body.projectId()).orElse(null);
        var faults = new ArrayList<Reason>();
        if (project == null) {
            faults.add(Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        SiteAccess.fault(body.bankUscc(), context.actor())
                .ifPresent(fault -> faults.add(Reason.at("/bank_uscc", fault).clause("GB 32100")));
        if (project == null || !faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        if (!mayRegister(project, body.bankUscc(), context.actor())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        return accounts.find(SpecialAccount.idOf(project.id()))
                .map(known -> Outcome.<SpecialAccount>duplicate(definition.path() + '/' + known.id()))
                .orElseGet(() -> Outcome.created(
                        SpecialAccount.registered(
                                terms(project, body, context), project.file().district(), context),
                        ""));
    }

    private static boolean mayRegister(ConstructionProject project, String bankUscc, Actor actor) {
        var code = actor.creditCode();
        return project.terms().contractorUscc().equals(code)
                || bankUscc.equals(code)
                || SiteAccess.isOfficer(actor, project.file().district());
    }

    private SpecialAccount.Terms terms(ConstructionProject project, Registration body, CommandContext context) {
        var signedOn = project.terms().contractSignedOn();
        int openDays = rules.context().on(signedOn, project.file().district()).integer("wage.account.open_days");
        int fundingDay = body.fundingDay() == null
                ? rules.context().on(context.today(), project.file().district()).integer("wage.payday.default_day")
                : body.fundingDay();
        return new SpecialAccount.Terms(
                project.id(),
                project.terms().ownerUscc(),
                project.terms().contractorUscc(),
                body.bank(),
                body.bankUscc(),
                project.terms().labourCostPerMonth(),
                fundingDay,
                signedOn.plusDays(openDays));
    }

    private Verdict open(SpecialAccount account, Opening body, CommandContext context) {
        int days =
                rules.context().on(context.today(), account.file().district()).integer("wage.account.file_days");
        return account.open(body.agreement(), context.today().plusDays(days), context);
    }

    private static Verdict credit(SpecialAccount account, Credited body, CommandContext context) {
        return account.credit(
                new Movement.Credit(body.reference(), body.period(), body.amount(), body.receivedOn()),
                context.today());
    }

    private Verdict report(SpecialAccount account, Report body, CommandContext context) {
        return account.report(body.period(), body.required(), body.received(), this::funded, context);
    }

    private boolean funded(FundedMonth month) {
        var facts = new AccountFunding.Facts(month.period(), month.required(), month.received());
        return rules.decide(funding, facts).result().funded();
    }

    private Verdict requestClose(SpecialAccount account, CommandContext context) {
        var ruleContext = rules.context();
        int days =
                ruleContext.on(context.today(), account.file().district()).integer("wage.account.close_publicity_days");
        var projectId = account.terms().projectId();
        return account.requestClose(
                completed(projectId),
                arrears.onProject(projectId),
                ruleContext.calendar().calendarDaysAfter(context.today(), days));
    }

    private Verdict close(SpecialAccount account, CommandContext context) {
        var projectId = account.terms().projectId();
        return account.close(completed(projectId), arrears.onProject(projectId), context);
    }

    private boolean completed(String projectId) {
        return projects.find(projectId)
                .filter(project -> project.is(ProjectState.COMPLETED, ProjectState.SETTLED))
                .isPresent();
    }

    /// Looks at every month of one account whose funding was due before the date.
    void examine(String accountId, LocalDate date, CommandContext context) {
        accounts.change(accountId, account -> {
            var project = projects.find(account.terms().projectId()).orElse(null);
            var first = project == null ? null : project.startedOn();
            if (project == null || first == null || project.is(ProjectState.SUSPENDED, ProjectState.SETTLED)) {
                return false;
            }
            var completed = project.completedOn();
            var last = YearMonth.from(completed == null ? date : completed);
            boolean news = false;
            for (var month = YearMonth.from(first); !month.isAfter(last); month = month.plusMonths(1)) {
                if (account.fundingDue(month).isBefore(date)) {
                    news |= account.examine(month, this::funded, context);
                }
            }
            return news;
        });
    }
}
