package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.arrears.OpenArrears;
import cn.sanming.migrant.wage.cases.CaseSites;
import cn.sanming.migrant.wage.policy.DepositRate;
import cn.sanming.migrant.wage.site.ConstructionProject;
import cn.sanming.migrant.wage.site.ProjectState;
import cn.sanming.migrant.wage.site.Projects;
import cn.sanming.migrant.wage.site.SiteAccess;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The window for wage deposits: rated at registration, lodged, drawn, filled up, released.
@Component
class DepositDesk {

    static final Command<WageDeposit, Registration> OPEN = Command.of("openWageDeposit", Registration.class);
    static final Command<WageDeposit, PaymentRecord.Declared> REASSESS =
            Command.of("reassessWageDeposit", PaymentRecord.Declared.class);
    static final Command<WageDeposit, Lodged> LODGE = Command.of("lodgeWageDeposit", Lodged.class);
    static final Command<WageDeposit, Command.Nothing> EXEMPT = Command.of("exemptWageDeposit");
    static final Command<WageDeposit, Draw> DRAW = Command.of("drawWageDeposit", Draw.class);
    static final Command<WageDeposit, ToppedUp> TOP_UP = Command.of("topUpWageDeposit", ToppedUp.class);
    static final Command<WageDeposit, Command.Nothing> PUBLICISE_RELEASE = Command.of("publiciseReleaseWageDeposit");
    static final Command<WageDeposit, Command.Because> OBJECT = Command.because("objectWageDeposit");
    static final Command<WageDeposit, Command.Nothing> RELEASE = Command.of("releaseWageDeposit");

    private final Projects projects;
    private final Deposits deposits;
    private final PaymentRecord record;
    private final OpenArrears arrears;
    private final CaseSites caseSites;
    private final RuleBook rules;
    private final DepositRate rate;
    private final Cases cases;
    private final CaseDefinition<WageDeposit> definition;

    /// A deposit is asked for; what the contractor says of its past is checked against the records.
    record Registration(
            String projectId,
            @Nullable @Min(0) @Max(99) Integer cleanYears,
            @Nullable Boolean previousYearClean,
            @Nullable Boolean realnameAndAccountOk,
            @Nullable @Min(1) @Max(999) Integer projectOrderInArea) {

        PaymentRecord.Declared declared() {
            return new PaymentRecord.Declared(cleanYears, previousYearClean, realnameAndAccountOk, projectOrderInArea);
        }
    }

    record Lodged(
            DepositForm form,
            Money amount,
            @NotBlank @Size(max = 100) String evidence) {}

    record ToppedUp(Money amount) {}

    /// @param amount what the order still lacks, as far as the deposit reaches, if not said
    record Draw(String orderId, @Nullable Money amount) {}

    DepositDesk(
            Cases cases,
            Projects projects,
            Deposits deposits,
            PaymentRecord record,
            OpenArrears arrears,
            CaseSites caseSites,
            RuleBook rules,
            DepositRate rate) {
        this.cases = cases;
        this.projects = projects;
        this.deposits = deposits;
        this.record = record;
        this.arrears = arrears;
        this.caseSites = caseSites;
        this.rules = rules;
        this.rate = rate;
        this.definition = cases.define(WageDeposit.class, "WageDeposit", "/api/v1/wages/deposits")
                .opens(OPEN, Set.of("GENERAL_CONTRACTOR", "EMPLOYER", "HR_OFFICER"), this::register)
                .notes(REASSESS, Set.of("HR_OFFICER"), (deposit, declared, _) -> reassess(deposit, declared))
                .on(
                        LODGE,
                        (deposit, body, context) -> deposit.lodge(body.form(), body.amount(), body.evidence(), context))
                .on(EXEMPT, (deposit, _) -> deposit.exempt())
                .on(DRAW, this::draw)
                .on(TOP_UP, (deposit, body, context) -> deposit.topUp(body.amount(), context))
                .on(PUBLICISE_RELEASE, this::publiciseRelease)
                .on(OBJECT)
                .on(
                        RELEASE,
                        (deposit, context) ->
                                deposit.release(completed(deposit), arrears.onProject(deposit.projectId()), context))
                .firm("GENERAL_CONTRACTOR", "contractorUscc", WageDeposit::contractorUscc)
                .readableBy("INSPECTOR", "INSPECTION_HEAD", "HOUSING_OFFICER")
                .filter("project_id", "projectId")
                .filter("contractor_uscc", "contractorUscc")
                .shownAs(DepositView.class, DepositView::of);
    }

    private Outcome<WageDeposit> register(Registration body, CommandContext context) {
        var project = projects.find(body.projectId()).orElse(null);
        if (project == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        var terms = project.terms();
        if (!terms.contractorUscc().equals(context.actor().creditCode())
                && !SiteAccess.isOfficer(context.actor(), project.file().district())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        var known = deposits.ofProject(project.id());
        if (known.isPresent()) {
            return Outcome.duplicate(definition.path() + '/' + known.get().id());
        }
        var facts = record.facts(project, body.declared());
        return Outcome.created(
                WageDeposit.due(
                        project.id(),
                        terms.contractorUscc(),
                        facts,
                        decide(facts),
                        project.file().district(),
                        context),
                "");
    }

    private Decision<DepositRate.Finding> decide(DepositRate.Facts facts) {
        return rules.decide(rate, facts);
    }

    private Verdict reassess(WageDeposit deposit, PaymentRecord.Declared declared) {
        return projects.find(deposit.projectId())
                .map(project -> record.facts(project, declared))
                .map(facts -> deposit.reassess(facts, decide(facts)))
                .orElseGet(() -> Verdict.guardFailed("UNKNOWN_PROJECT"));
    }

    private Verdict draw(WageDeposit deposit, Draw body, CommandContext context) {
        var order = deposits.defaulted(body.orderId()).orElse(null);
        var project = projects.find(deposit.projectId()).orElse(null);
        if (order == null || project == null || !concerns(order, project)) {
            return Verdict.refused(
                    Refusal.Kind.GUARD_FAILED, Reason.of("NO_DEFAULTED_ORDER").clause("支付条例 art. 32"));
        }
        var outstanding = order.outstanding().minusOrZero(deposits.drawnFor(order.orderId()));
        var amount = body.amount() == null ? outstanding.min(deposit.left()) : body.amount();
        var ruleContext = rules.context();
        var figures = ruleContext.on(context.today(), deposit.file().district());
        var calendar = ruleContext.calendar();
        return deposit.draw(
                order.orderId(),
                amount,
                outstanding,
                calendar.workingDaysAfter(context.today(), figures.integer("wage.deposit.bank_pay_wd")),
                calendar.workingDaysAfter(context.today(), figures.integer("wage.deposit.topup_wd")),
                context);
    }

    /// A deposit answers for the wages of its own site, and for nobody who did not work on it.
    private boolean concerns(OrderDefault order, ConstructionProject project) {
        return project.involves(order.employerUscc())
                && caseSites
                        .projectOf(order.caseId())
                        .filter(project.id()::equals)
                        .isPresent();
    }

    private Verdict publiciseRelease(WageDeposit deposit, CommandContext context) {
        var ruleContext = rules.context();
        int days = ruleContext
                .on(context.today(), deposit.file().district())
                .integer("wage.deposit.release_publicity_days");
        return deposit.publiciseRelease(
                completed(deposit),
                arrears.onProject(deposit.projectId()),
                ruleContext.calendar().calendarDaysAfter(context.today(), days));
    }

    private boolean completed(WageDeposit deposit) {
        return projects.find(deposit.projectId())
                .filter(project -> project.is(ProjectState.COMPLETED, ProjectState.SETTLED))
                .isPresent();
    }

    /// An order was defaulted: the deposit of the site where the wages are owed pays, once, if it is lodged.
    void cover(OrderDefault order, CommandContext context) {
        deposits.remember(order);
        caseSites
                .projectOf(order.caseId())
                .flatMap(deposits::ofProject)
                .filter(deposit -> deposit.is(DepositState.LODGED))
                .filter(deposit -> deposit.drawnFor(order.orderId()).isZero())
                .ifPresent(deposit -> cases.fire(deposit.id(), DRAW, new Draw(order.orderId(), null), context)
                        .orRetry());
    }
}
