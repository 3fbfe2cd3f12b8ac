package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.CaseDefinition;
import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.cases.Command;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.wage.arrears.ArrearsSettlement;
import cn.sanming.migrant.wage.cases.CaseForms.AdvanceForm;
import cn.sanming.migrant.wage.cases.CaseForms.Claims;
import cn.sanming.migrant.wage.cases.CaseForms.Complaint;
import cn.sanming.migrant.wage.cases.CaseForms.Confirmation;
import cn.sanming.migrant.wage.cases.CaseForms.Dismissal;
import cn.sanming.migrant.wage.cases.CaseForms.Enforcement;
import cn.sanming.migrant.wage.cases.CaseForms.IncidentForm;
import cn.sanming.migrant.wage.cases.CaseForms.OrderToPay;
import cn.sanming.migrant.wage.cases.CaseForms.Payment;
import cn.sanming.migrant.wage.cases.CaseForms.PenaltyForm;
import cn.sanming.migrant.wage.cases.CaseForms.ReceiptForm;
import cn.sanming.migrant.wage.cases.CaseForms.Referral;
import cn.sanming.migrant.wage.cases.CaseForms.SecondInspector;
import cn.sanming.migrant.wage.cases.CaseForms.Transfer;
import cn.sanming.migrant.wage.cases.Sanctions.Advance;
import cn.sanming.migrant.wage.cases.Sanctions.Arbitration;
import cn.sanming.migrant.wage.cases.Sanctions.Disposition;
import cn.sanming.migrant.wage.cases.Sanctions.Incident;
import cn.sanming.migrant.wage.cases.Sanctions.Penalty;
import cn.sanming.migrant.wage.cases.Sanctions.Ruling;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The window of the labour inspection (劳动保障监察) for arrears cases.
@Component
final class CaseDesk {

    static final Command<ArrearsCase, Complaint> OPEN = Command.of("openArrearsCase", Complaint.class);
    static final Command<ArrearsCase, Command.Nothing> FILE = Command.of("fileArrearsCase");
    static final Command<ArrearsCase, Transfer> TRANSFER = Command.of("transferArrearsCase", Transfer.class);
    static final Command<ArrearsCase, Dismissal> DISMISS = Command.of("dismissArrearsCase", Dismissal.class);
    static final Command<ArrearsCase, SecondInspector> INVESTIGATE =
            Command.of("investigateArrearsCase", SecondInspector.class);
    static final Command<ArrearsCase, OrderToPay> ORDER_PAY = Command.of("orderPayArrearsCase", OrderToPay.class);
    static final Command<ArrearsCase, Command.Nothing> DEFAULT = Command.of("defaultArrearsCase");
    static final Command<ArrearsCase, CaseForms.Ruling> DECIDE =
            Command.of("decideArrearsCase", CaseForms.Ruling.class);
    static final Command<ArrearsCase, Referral> REFER_POLICE = Command.of("referPoliceArrearsCase", Referral.class);
    static final Command<ArrearsCase, Enforcement> ENFORCE = Command.of("enforceArrearsCase", Enforcement.class);
    static final Command<ArrearsCase, Payment> PAY_FULL = Command.of("payFullArrearsCase", Payment.class);
    static final Command<ArrearsCase, Command.Nothing> CLOSE = Command.of("closeArrearsCase");
    static final Command<ArrearsCase, Command.Because> CLOSE_UNFOUNDED = Command.because("closeUnfoundedArrearsCase");
    static final Command<ArrearsCase, Claims> JOIN = Command.of("joinArrearsCase", Claims.class);
    static final Command<ArrearsCase, Command.Because> EXTEND_INVESTIGATION =
            Command.because("extendInvestigationArrearsCase");
    static final Command<ArrearsCase, Payment> RECORD_PAYMENT = Command.of("recordPaymentArrearsCase", Payment.class);
    static final Command<ArrearsCase, Confirmation> CONFIRM = Command.of("confirmArrearsCase", Confirmation.class);
    static final Command<ArrearsCase, Command.Because> REVOKE_ORDER = Command.because("revokeOrderArrearsCase");
    static final Command<ArrearsCase, IncidentForm> RECORD_INCIDENT =
            Command.of("recordIncidentArrearsCase", IncidentForm.class);
    static final Command<ArrearsCase, PenaltyForm> IMPOSE_PENALTY =
            Command.of("imposePenaltyArrearsCase", PenaltyForm.class);
    static final Command<ArrearsCase, AdvanceForm> ADVANCE = Command.of("advanceArrearsCase", AdvanceForm.class);
    static final Command<ArrearsCase, Detached> DETACH_DISPUTE = Command.of("detachDisputeArrearsCase", Detached.class);
    static final Command<ArrearsCase, Command.Nothing> WEIGH_CRIME =
            Command.of("weighCrimeArrearsCase", Command.Nothing.class);
    static final Command<ArrearsCase, Listed> NOTE_LISTING = Command.of("noteListingArrearsCase", Listed.class);
    static final Command<ArrearsCase, Arbitration> NOTE_DISPUTE =
            Command.of("noteDisputeArrearsCase", Arbitration.class);
    static final Command<ArrearsCase, DisputeEnd> NOTE_DISPUTE_END =
            Command.of("noteDisputeEndArrearsCase", DisputeEnd.class);

    static final String PATH = "/api/v1/wages/arrears-cases";

    private static final Set<String> COMPLAINANTS =
            Set.of("WORKER", "INSPECTOR", "INSPECTION_HEAD", "HR_OFFICER", "UNION_OFFICER", "LEGAL_AID_OFFICER");
    private static final Set<String> HEAD = Set.of("INSPECTION_HEAD");
    private static final Set<String> SYSTEM = Set.of("SYSTEM");

    private final CaseDefinition<ArrearsCase> definition;
    private final CaseRules rules;
    private final ArrearsSettlement settlement;

    CaseDesk(Cases cases, CaseIntake intake, CaseRules rules, ArrearsSettlement settlement) {
        this.rules = rules;
        this.settlement = settlement;
        this.definition = cases.define(ArrearsCase.class, "ArrearsCase", PATH)
                .opens(OPEN, COMPLAINANTS, intake::open)
                .on(FILE, this::file)
                .on(TRANSFER, this::transfer)
                .on(DISMISS, this::dismiss)
                .on(INVESTIGATE, CaseDesk::investigate)
                .on(ORDER_PAY, this::orderPay)
                .on(DEFAULT, ArrearsCase::defaulted)
                .on(DECIDE, this::decide)
                .on(REFER_POLICE, (subject, found, context) -> subject.referToPolice(found.finding(), context))
                .on(ENFORCE, (subject, applied, context) -> subject.annexes()
                        .dispose(new Disposition(context.today(), "ENFORCEMENT", applied.court(), "行政强制法")))
                .on(PAY_FULL, this::payFull)
                .on(CLOSE, ArrearsCase::close)
                .on(CLOSE_UNFOUNDED, (subject, _, context) -> subject.closeUnfounded(context))
                .notes(JOIN, Set.of("WORKER", "INSPECTOR"), CaseDesk::join)
                .notes(EXTEND_INVESTIGATION, HEAD, CaseDesk::extend)
                .notes(RECORD_PAYMENT, Set.of("EMPLOYER", "COURT", "INSPECTOR"), CaseDesk::pay)
                .notes(CONFIRM, Set.of("CLAIMANT", "INSPECTOR"), CaseDesk::confirm)
                .notes(REVOKE_ORDER, HEAD, (subject, why, context) -> subject.revokeOrder(why.reason(), context))
                .notes(RECORD_INCIDENT, HEAD, CaseDesk::incident)
                .notes(IMPOSE_PENALTY, HEAD, this::penalty)
                .notes(ADVANCE, Set.of("INSPECTION_HEAD", "HR_OFFICER", "HR_HEAD"), this::advance)
                .notes(DETACH_DISPUTE, HEAD, (subject, found, _) -> subject.annexes()
                        .detach(found.disputeId()))
                .notes(WEIGH_CRIME, SYSTEM, this::weigh)
                .notes(NOTE_LISTING, SYSTEM, (subject, listed, _) -> subject.annexes()
                        .listing(listed.entryId()))
                .notes(NOTE_DISPUTE, SYSTEM, (subject, found, _) -> subject.annexes()
                        .dispute(found))
                .notes(NOTE_DISPUTE_END, SYSTEM, (subject, end, _) -> subject.annexes()
                        .disputeEnded(end.disputeId(), end.outcome(), end.amount(), end.on()))
                .firm("EMPLOYER", "payers", ArrearsCase::payers)
                .person("CLAIMANT", "personIds", ArrearsCase::personIds)
                .readableBy("HR_OFFICER", "HR_HEAD")
                .filter("employer_uscc", "employerUscc")
                .shownAs(CaseView.class, (subject, actor) -> CaseView.of(subject, actor, rules.today()));
    }

    /// The dispute concerns other wages after all.
    record Detached(String disputeId, String reason) {}

    record Listed(String entryId) {}

    record DisputeEnd(String disputeId, Arbitration.Outcome outcome, Money amount, LocalDate on) {}

    CaseDefinition<ArrearsCase> definition() {
        return definition;
    }

    private Verdict file(ArrearsCase subject, CommandContext context) {
        var opened = new Inspection(context.today(), rules.investigation(context.today()), List.of(), null);
        return subject.fileWith(opened, context);
    }

    private Verdict transfer(ArrearsCase subject, Transfer transfer, CommandContext context) {
        return transfer.complainantTold()
                ? subject.end(new Disposition(context.today(), "TRANSFERRED", transfer.to(), transfer.reason()))
                : Verdict.guardFailed("COMPLAINANT_NOT_TOLD");
    }

    private Verdict dismiss(ArrearsCase subject, Dismissal dismissal, CommandContext context) {
        var limit = rules.lookback(subject.intake().receivedOn());
        var ended = dismissal.breachEndedOn();
        var holds =
                switch (dismissal.ground()) {
                    case NO_BREACH -> true;
                    case TOO_OLD -> ended != null && ended.isBefore(limit);
                };
        if (!holds) {
            return Verdict.refused(
                    Kind.GUARD_FAILED,
                    Reason.of("WITHIN_LOOKBACK").clause("监察条例 art. 20").required("ended before " + limit, ended));
        }
        return subject.end(
                new Disposition(context.today(), "NOT_FILED", dismissal.ground().name(), dismissal.reason()));
    }

    private static Verdict investigate(ArrearsCase subject, SecondInspector second, CommandContext context) {
        return subject.investigate(context.actor().id(), second.secondInspector());
    }

    private static Verdict extend(ArrearsCase subject, Command.Because why, CommandContext context) {
        return subject.extend(
                new Inspection.Extension(context.today(), context.actor().id(), why.reason()));
    }

    private static Verdict join(ArrearsCase subject, Claims claims, CommandContext context) {
        var officer = context.actor().has("INSPECTOR");
        var own = context.actor().workerId();
        var foreign = claims.owed().stream().anyMatch(claim -> !claim.personId().equals(own));
        return foreign && !officer ? Verdict.guardFailed("NOT_OWN_CLAIM") : subject.join(claims.owed(), officer);
    }

    private Verdict orderPay(ArrearsCase subject, OrderToPay wanted, CommandContext context) {
        return subject.orderPay(
                CaseOrders.draft(rules, subject, wanted, context.today()), rules.dueAtLatest(context.today()), context);
    }

    private static Verdict pay(ArrearsCase subject, Payment payment, CommandContext context) {
        var receipts = receipts(payment, context);
        return receipts.isEmpty() ? Verdict.guardFailed("NO_RECEIPTS") : subject.pay(receipts, context);
    }

    /// Once it is proved that everything is paid, the arrears behind the case are cleared; asked again, nothing
    /// changes.
    private Verdict payFull(ArrearsCase subject, Payment payment, CommandContext context) {
        var verdict = subject.payFull(receipts(payment, context), context);
        var paidOn = subject.payments().paidOn();
        if (verdict instanceof Verdict.Granted && paidOn != null) {
            var intake = subject.intake();
            var persons = subject.reckoning(null).personIds();
            for (var month : intake.periods()) {
                settlement.settle(
                        subject.employerUscc(), intake.projectId(), month.toString(), persons, paidOn, context);
            }
        }
        return verdict;
    }

    private static List<Receipt> receipts(Payment payment, CommandContext context) {
        List<ReceiptForm> forms = payment.receipts() == null ? List.of() : payment.receipts();
        return forms.stream().map(form -> form.by(context.actor().id())).toList();
    }

    private static Verdict confirm(ArrearsCase subject, Confirmation confirmation, CommandContext context) {
        var own = context.actor().workerId();
        var signed = confirmation.personIds();
        if (context.actor().has("INSPECTOR") && signed != null) {
            return subject.payments()
                    .confirm(signed.stream().map(WorkerId::value).toList(), subject.reckoning(null));
        }
        return own == null
                ? Verdict.guardFailed("NOT_OWN_CLAIM")
                : subject.payments().confirm(List.of(own), subject.reckoning(null));
    }

    private Verdict decide(ArrearsCase subject, CaseForms.Ruling form, CommandContext context) {
        var order = subject.order();
        var account = subject.reckoning(order == null ? context.today() : order.dueOn());
        var rule = rules.damages(account.outstanding(), form.rate(), context.today());
        var awards = rules.awards(account.open(), form.rate(), context.today());
        return subject.decide(new Ruling(context.today(), form.heardOn(), form.rate(), awards, rule));
    }

    private Verdict weigh(ArrearsCase subject, Command.Nothing nothing, CommandContext context) {
        var order = subject.order();
        if (order == null) {
            return Verdict.guardFailed("NO_ORDER_IN_FORCE");
        }
        var open = subject.reckoning(order.dueOn()).open();
        return subject.annexes()
                .weigh(rules.crime(open, context.today(), subject.file().district()));
    }

    private static Verdict incident(ArrearsCase subject, IncidentForm form, CommandContext context) {
        return subject.annexes()
                .incident(new Incident(form.kind(), form.occurredOn(), form.description()), context.today());
    }

    private Verdict penalty(ArrearsCase subject, PenaltyForm form, CommandContext context) {
        return subject.annexes()
                .penalty(new Penalty(
                        context.today(), form.addressee(), form.fine(), rules.penalty(form, context.today())));
    }

    private Verdict advance(ArrearsCase subject, AdvanceForm form, CommandContext context) {
        var line = subject.reckoning(null).line(form.personId().value());
        var district = subject.file().district();
        if (line.isEmpty() || district == null) {
            return Verdict.guardFailed("WORKER_WITHOUT_CLAIM");
        }
        var rule = rules.advance(line.get().outstanding(), district, context.today());
        return subject.annexes()
                .advance(new Advance(
                        line.get().personId(), context.today(), rule.result().advance(), rule));
    }
}
