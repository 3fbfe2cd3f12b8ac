package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.CreditCode;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.wage.policy.Payday;
import cn.sanming.migrant.wage.site.Site;
import cn.sanming.migrant.wage.site.SiteRegister;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The window for payrolls: takes in sheets, has them confirmed, verified, sent to the bank and paid.
@Component
public class PayrollDesk {

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseDefinition<Payroll> definition;
    private final SiteRegister sites;
    private final RuleBook rules;
    private final Payday payday;

    /// The head of a sheet. `agreedMonth` is `CURRENT` or `NEXT`; none agreed means the default day of the next month.
    public record Sheet(
            @Nullable String projectId,
            String employerUscc,
            YearMonth period,
            @Nullable String agreedMonth,
            @Nullable Integer agreedDay,
            @Nullable String district) {}

    /// What became of a sheet.
    ///
    /// @param unchanged whether the same rows stood there before
    /// @param accepted  rows that are lines of the payroll now
    /// @param unread    rows that are its gaps now
    public record Taken(Payroll payroll, boolean unchanged, int accepted, List<SheetRow.Unread> unread) {}

    record Confirmation(
            @Nullable List<String> personIds, @Nullable String signedSheet) {}

    /// @param bankUscc who pays ordinary staff; a site's wages go to the bank of its special account
    record Consignment(@Nullable String bankUscc) {}

    record Credits(@Nullable List<String> personIds, LocalDate paidOn, String bankRef) {}

    PayrollDesk(MongoTemplate mongo, Cases cases, SiteRegister sites, RuleBook rules, Payday payday) {
        this.mongo = mongo;
        this.cases = cases;
        this.sites = sites;
        this.rules = rules;
        this.payday = payday;
        this.definition = cases.declare(Payroll.class, "Payroll", "/api/v1/wages/payrolls")
                .notes("confirm", Set.of("WORKER", "SUBCONTRACTOR"), Confirmation.class, PayrollDesk::confirm)
                .on("workers_sign", (payroll, _) -> payroll.sign())
                .on("submit")
                .onReason("return")
                .on("verify", (payroll, _) -> verify(payroll))
                .on("send_to_bank", Consignment.class, (payroll, body, _) -> sendToBank(payroll, body))
                .onReason("fail")
                .on("pay", Credits.class, (payroll, credits, context) -> credit(payroll, credits, true, context))
                .on("pay_part", Credits.class, (payroll, credits, context) -> credit(payroll, credits, false, context))
                .on("complete", Credits.class, (payroll, credits, context) -> credit(payroll, credits, true, context))
                .firm("SUBCONTRACTOR", "employerUscc", Payroll::employerUscc)
                .firm("GENERAL_CONTRACTOR", "contractorUscc", Payroll::contractorUscc)
                .firm("BANK", "bankUscc", Payroll::bankUscc)
                .person("WORKER", "lines.personId", Payroll::personIds)
                .readableBy("INSPECTOR", "INSPECTION_HEAD", "HR_OFFICER", "HOUSING_OFFICER")
                .filter("project_id", "projectId")
                .filter("employer_uscc", "employerUscc")
                .filter("period", "period")
                .shownAs(PayrollView.class, PayrollView::of);
    }

    /// Takes in a sheet for the one payroll of its project, employer and month: new, unchanged, or replaced while a
    /// draft. Who may hand it in is asked before the first row is; what the rows throw leaves everything as it was.
    public Outcome<Taken> takeSheet(Sheet sheet, Iterator<? extends SheetRow> rows, CommandContext context) {
        var objection = objection(sheet, context);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        var site = site(sheet);
        var lines = new ArrayList<PayrollLine>();
        var unread = new ArrayList<SheetRow.Unread>();
        rows.forEachRemaining(row -> {
            switch (row) {
                case SheetRow.Entry entry -> lines.add(PayrollLine.of(entry));
                case SheetRow.Unread gap -> unread.add(gap);
            }
        });
        if (lines.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, nothingRead(unread), null));
        }
        return take(sheet, site, lines, unread.size(), context)
                .map(taken -> new Taken(taken.payroll(), taken.unchanged(), lines.size(), unread));
    }

    private static List<Reason> nothingRead(List<SheetRow.Unread> unread) {
        return unread.isEmpty()
                ? List.of(Reason.at("/", "EMPTY_SHEET"))
                : unread.stream()
                        .flatMap(gap -> gap.reasons().stream()
                                .map(reason -> new Reason(
                                        reason.code(),
                                        "/rows/" + gap.row() + reason.pointer(),
                                        reason.clause(),
                                        reason.required(),
                                        reason.found())))
                        .toList();
    }

    private Outcome<Taken> take(
            Sheet sheet, Optional<Site> site, List<PayrollLine> lines, int rejected, CommandContext context) {
        var content = SheetContent.fingerprint(lines, rejected);
        var id = Payroll.idOf(sheet.projectId(), sheet.employerUscc(), sheet.period());
        var existing = mongo.findById(id, Payroll.class);
        if (existing == null) {
            return draft(sheet, site, lines, rejected, content, context);
        }
        if (existing.holds(content)) {
            return Outcome.done(taken(existing, true));
        }
        return switch (existing.replace(lines, rejected, content)) {
            case Verdict.Refused(Refusal refusal) ->
                Outcome.refused(new Refusal(Refusal.Kind.DUPLICATE, refusal.reasons(), definition.path() + '/' + id));
            case Verdict.Granted _ -> save(existing);
        };
    }

    /// What stands against this caller handing in such a sheet; asked before a byte of it is read.
    public Optional<Refusal> objection(Sheet sheet, CommandContext context) {
        var site = site(sheet);
        var faults = faults(sheet, site);
        if (!faults.isEmpty()) {
            return Optional.of(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        return mayHandIn(sheet, site, context)
                ? Optional.empty()
                : Optional.of(Refusal.of(Refusal.Kind.FORBIDDEN_ROLE, Reason.of("NOT_YOUR_PAYROLL")));
    }

    private Optional<Site> site(Sheet sheet) {
        return Optional.ofNullable(sheet.projectId()).flatMap(sites::find);
    }

    private static Taken taken(Payroll payroll, boolean unchanged) {
        return new Taken(payroll, unchanged, 0, List.of());
    }

    private Outcome<Taken> save(Payroll changed) {
        try {
            return Outcome.done(taken(mongo.save(changed), false));
        } catch (OptimisticLockingFailureException e) {
            return Outcome.refused(Refusal.Kind.VERSION_CONFLICT);
        }
    }

    private Outcome<Taken> draft(
            Sheet sheet,
            Optional<Site> site,
            List<PayrollLine> lines,
            int rejected,
            String content,
            CommandContext context) {
        var due = rules.decide(payday, new Payday.Facts(sheet.period(), sheet.agreedMonth(), sheet.agreedDay()))
                .result();
        var terms = new Payroll.Terms(
                sheet.projectId(),
                sheet.employerUscc(),
                site.map(Site::contractorUscc).orElse(sheet.employerUscc()),
                sheet.period(),
                due.nominalPayday(),
                due.effectiveDueDate());
        var district = site.map(Site::district).orElse(sheet.district());
        return cases.open(
                        definition,
                        terms,
                        (asked, by) ->
                                Outcome.created(Payroll.draft(asked, lines, rejected, content, district, by), ""),
                        context)
                .map(payroll -> taken(payroll, false));
    }

    private static List<Reason> faults(Sheet sheet, Optional<Site> site) {
        var faults = new ArrayList<Reason>();
        CreditCode.fault(sheet.employerUscc())
                .ifPresent(fault -> faults.add(
                        Reason.at("/employer_uscc", "CREDIT_CODE_" + fault).clause("GB 32100")));
        if (sheet.projectId() != null && site.isEmpty()) {
            faults.add(Reason.at("/project_id", "UNKNOWN_PROJECT"));
        }
        if (sheet.projectId() == null
                && (sheet.district() == null
                        || Divisions.sanming().find(sheet.district()).isEmpty())) {
            faults.add(Reason.at("/district", "UNKNOWN_DISTRICT"));
        }
        if (sheet.agreedMonth() != null && !Set.of("CURRENT", "NEXT").contains(sheet.agreedMonth())) {
            faults.add(Reason.at("/agreed_month", "INVALID_CHOICE").required("CURRENT|NEXT", sheet.agreedMonth()));
        }
        if (sheet.agreedDay() != null && (sheet.agreedDay() < 1 || sheet.agreedDay() > 31)) {
            faults.add(Reason.at("/agreed_day", "INVALID_DAY").required("1..31", sheet.agreedDay()));
        }
        return faults;
    }

    /// The employer hands in its own sheet; the general contractor may do it for its subcontractors, an officer for
    /// a silent one.
    private static boolean mayHandIn(Sheet sheet, Optional<Site> site, CommandContext context) {
        var code = context.actor().creditCode();
        return sheet.employerUscc().equals(code)
                || site.map(Site::contractorUscc)
                        .filter(contractor -> contractor.equals(code))
                        .isPresent()
                || context.actor().hasAny(Set.of("INSPECTOR", "HR_OFFICER"))
                        && context.actor().mayActIn(site.map(Site::district).orElse(sheet.district()));
    }

    private static Verdict confirm(Payroll payroll, Confirmation body, CommandContext context) {
        var worker = context.actor().workerId();
        if (worker != null) {
            return payroll.confirm(List.of(worker), context);
        }
        if (body.signedSheet() == null || body.signedSheet().isBlank()) {
            return Verdict.guardFailed("SIGNED_SHEET_REQUIRED");
        }
        return payroll.confirm(body.personIds() == null ? payroll.personIds() : body.personIds(), context);
    }

    private Verdict verify(Payroll payroll) {
        if (payroll.projectId() == null) {
            return Verdict.granted();
        }
        var strangers = sites.notRegistered(payroll.projectId(), payroll.personIds());
        return Verdict.guards()
                .require(
                        strangers.isEmpty(),
                        Reason.of("NOT_IN_REAL_NAME_REGISTER")
                                .clause("支付条例 art. 28")
                                .required(0, strangers.size()))
                .verdict();
    }

    private Verdict sendToBank(Payroll payroll, Consignment body) {
        var project = payroll.projectId();
        var bank = project == null ? Optional.ofNullable(body.bankUscc()) : sites.bank(project);
        var balance = project == null ? payroll.total() : sites.accountBalance(project);
        return Verdict.guards()
                .require(bank.isPresent(), project == null ? "BANK_REQUIRED" : "NO_OPEN_SPECIAL_ACCOUNT")
                .require(
                        balance.atLeast(payroll.total()),
                        Reason.of("SPECIAL_ACCOUNT_TOO_LOW")
                                .clause("支付条例 art. 31")
                                .required(payroll.total(), balance))
                .then(() -> payroll.sentTo(bank.orElseThrow()));
    }

    private Verdict credit(Payroll payroll, Credits credits, boolean all, CommandContext context) {
        var persons = credits.personIds() != null ? credits.personIds() : all ? payroll.personIds() : List.<String>of();
        var verdict = payroll.credit(persons, credits.paidOn(), credits.bankRef(), all, context);
        if (all
                && verdict instanceof Verdict.Granted
                && payroll.projectId() != null
                && !sites.withdraw(payroll.projectId(), payroll.id(), payroll.total())) {
            return Verdict.guardFailed("SPECIAL_ACCOUNT_TOO_LOW");
        }
        return verdict;
    }
}
