package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.desk.Docket;
import cn.sanming.migrant.platform.desk.Dockets;
import cn.sanming.migrant.platform.desk.Outcome;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
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

    private final Projects projects;
    private final Deposits deposits;
    private final PaymentRecord record;
    private final OpenArrears arrears;
    private final CaseSites cases;
    private final RuleBook rules;
    private final DepositRate rate;
    private final Dockets dockets;
    private final Docket<WageDeposit> docket;

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
            Dockets dockets,
            Projects projects,
            Deposits deposits,
            PaymentRecord record,
            OpenArrears arrears,
            CaseSites cases,
            RuleBook rules,
            DepositRate rate) {
        this.dockets = dockets;
        this.projects = projects;
        this.deposits = deposits;
        this.record = record;
        this.arrears = arrears;
        this.cases = cases;
        this.rules = rules;
        this.rate = rate;
        this.docket = dockets.declare(WageDeposit.class, "WageDeposit", "/api/v1/wages/deposits")
                .opens(Registration.class, Set.of("GENERAL_CONTRACTOR", "EMPLOYER", "HR_OFFICER"), this::register)
                .notes(
                        "reassess",
                        Set.of("HR_OFFICER"),
                        PaymentRecord.Declared.class,
                        (deposit, declared, _) -> reassess(deposit, declared))
                .on(
                        "lodge",
                        Lodged.class,
                        (deposit, body, act) -> deposit.lodge(body.form(), body.amount(), body.evidence(), act))
                .on("exempt", (deposit, _) -> deposit.exempt())
                .on("draw", Draw.class, this::draw)
                .on("top_up", ToppedUp.class, (deposit, body, act) -> deposit.topUp(body.amount(), act))
                .on("publicise_release", this::publiciseRelease)
                .onReason("object")
                .on(
                        "release",
                        (deposit, act) ->
                                deposit.release(completed(deposit), arrears.onProject(deposit.projectId()), act))
                .firm("GENERAL_CONTRACTOR", "contractorUscc", WageDeposit::contractorUscc)
                .readableBy("INSPECTOR", "INSPECTION_HEAD", "HOUSING_OFFICER")
                .filter("project_id", "projectId")
                .filter("contractor_uscc", "contractorUscc")
                .shownAs(DepositView.class, DepositView::of);
    }

    private Outcome<WageDeposit> register(Registration body, Act act) {
        var project = projects.find(body.projectId()).orElse(null);
        if (project == null) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        var terms = project.terms();
        if (!terms.contractorUscc().equals(act.actor().creditCode())
                && !SiteAccess.isOfficer(act.actor(), project.file().district())) {
            return Outcome.refused(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_SITE"));
        }
        var known = deposits.ofProject(project.id());
        if (known.isPresent()) {
            return Outcome.duplicate(docket.path() + '/' + known.get().id());
        }
        var facts = record.facts(project, body.declared());
        return Outcome.created(
                WageDeposit.due(
                        project.id(),
                        terms.contractorUscc(),
                        facts,
                        decide(facts),
                        project.file().district(),
                        act),
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

    private Verdict draw(WageDeposit deposit, Draw body, Act act) {
        var order = deposits.defaulted(body.orderId()).orElse(null);
        var project = projects.find(deposit.projectId()).orElse(null);
        if (order == null || project == null || !concerns(order, project)) {
            return Verdict.refused(
                    Refusal.Kind.GUARD_FAILED, Reason.of("NO_DEFAULTED_ORDER").clause("支付条例 art. 32"));
        }
        var outstanding = order.outstanding().minusOrZero(deposits.drawnFor(order.orderId()));
        var amount = body.amount() == null ? outstanding.min(deposit.left()) : body.amount();
        var grounds = rules.grounds();
        var figures = grounds.on(act.today(), deposit.file().district());
        var calendar = grounds.calendar();
        return deposit.draw(
                order.orderId(),
                amount,
                outstanding,
                calendar.workingDaysAfter(act.today(), figures.integer("wage.deposit.bank_pay_wd")),
                calendar.workingDaysAfter(act.today(), figures.integer("wage.deposit.topup_wd")),
                act);
    }

    /// A deposit answers for the wages of its own site, and for nobody who did not work on it.
    private boolean concerns(OrderDefault order, ConstructionProject project) {
        return project.involves(order.employerUscc())
                && cases.projectOf(order.caseId()).filter(project.id()::equals).isPresent();
    }

    private Verdict publiciseRelease(WageDeposit deposit, Act act) {
        var grounds = rules.grounds();
        int days = grounds.on(act.today(), deposit.file().district()).integer("wage.deposit.release_publicity_days");
        return deposit.publiciseRelease(
                completed(deposit),
                arrears.onProject(deposit.projectId()),
                grounds.calendar().calendarDaysAfter(act.today(), days));
    }

    private boolean completed(WageDeposit deposit) {
        return projects.find(deposit.projectId())
                .filter(project -> project.is(ProjectState.COMPLETED, ProjectState.SETTLED))
                .isPresent();
    }

    /// An order was defaulted: the deposit of the site where the wages are owed pays, once, if it is lodged.
    void cover(OrderDefault order, Act act) {
        deposits.remember(order);
        cases.projectOf(order.caseId())
                .flatMap(deposits::ofProject)
                .filter(deposit -> deposit.is(DepositState.LODGED))
                .filter(deposit -> deposit.drawnFor(order.orderId()).isZero())
                .ifPresent(deposit -> dockets.fire(docket, deposit.id(), "draw", new Draw(order.orderId(), null), act));
    }
}
