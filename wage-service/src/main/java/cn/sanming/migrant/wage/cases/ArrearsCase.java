package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.cases.CaseForms.Referral.CrimeFinding;
import cn.sanming.migrant.wage.cases.Sanctions.Disposition;
import cn.sanming.migrant.wage.cases.Sanctions.Ruling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One arrears case (欠薪案件): an employer, its workers' claims, the order, the ruling and every payment.
@Document("arrears_cases")
@CompoundIndex(def = "{'file.state': 1, 'order.dueOn': 1}")
final class ArrearsCase implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String employerUscc;

    private final Intake intake;

    /// Who answers for the wages and may see the case: the employer once it is investigated, and whom the order adds.
    @Indexed
    private Set<String> payers = new LinkedHashSet<>();

    @Indexed
    private Set<String> personIds = new LinkedHashSet<>();

    /// What keeps a second case about the same months from being opened; gone when this one is over.
    @Indexed(unique = true, sparse = true)
    private @Nullable List<String> openKeys;

    private List<Claim> claims = new ArrayList<>();
    private List<Claim> laterClaims = new ArrayList<>();
    private @Nullable Inspection inspection;
    private @Nullable PayOrder order;
    private @Nullable Ruling ruling;
    private Payments payments = new Payments();
    private Annexes annexes = new Annexes();

    ArrearsCase(String id, CaseFile file, String employerUscc, Intake intake) {
        this.id = id;
        this.file = file;
        this.employerUscc = employerUscc;
        this.intake = intake;
    }

    /// @param context whoever opens it; a reporter's own id must not stand in it
    static ArrearsCase open(
            String employerUscc, String district, Intake intake, List<Claim> claims, CommandContext context) {
        var id = Ids.next("ac");
        var file = CaseFile.opened(id, CaseState.CLUE_RECEIVED, district, context);
        var opened = new ArrearsCase(id, file, employerUscc, intake);
        opened.openKeys = intake.keys(employerUscc);
        opened.take(claims);
        return opened;
    }

    private void take(List<Claim> more) {
        for (var claim : more) {
            claims.removeIf(known -> known.personId().equals(claim.personId()));
            claims.add(claim);
            personIds.add(claim.personId());
        }
    }

    /// More claims join while nothing is ordered. Afterwards, and when arbitration has the matter, the case keeps
    /// the order it has and later claims are referred there (监察条例 art. 21).
    Verdict join(List<Claim> more, boolean mayCorrect) {
        var repeated = more.stream().anyMatch(claim -> personIds.contains(claim.personId()));
        return Verdict.guards()
                .require(openKeys != null && !file.is(CaseState.PAID), "CASE_OVER")
                .require(mayCorrect || !repeated, "ALREADY_CLAIMED")
                .then(() -> {
                    if (order == null && !annexes.beforeArbitration()) {
                        take(more);
                    } else {
                        laterClaims.addAll(more);
                        more.forEach(claim -> personIds.add(claim.personId()));
                    }
                });
    }

    Verdict fileWith(Inspection opened, CommandContext context) {
        inspection = opened;
        var district = file.district() == null ? Divisions.CITY : file.district();
        var claimed = Money.sum(claims.stream().map(Claim::amount));
        file.record(
                new CaseFiled(id, employerUscc, district, claims.size(), claimed, intake.receivedOn(), context.today()),
                context);
        return Verdict.granted();
    }

    /// The case ends here without a word on the wages: handed on, or not filed.
    Verdict end(Disposition disposition) {
        openKeys = null;
        return annexes.dispose(disposition);
    }

    /// Two inspectors go together (两名监察员); from now on the employer is a party.
    Verdict investigate(String first, String second) {
        if (inspection == null || first.equals(second)) {
            return Verdict.guardFailed("TWO_INSPECTORS_REQUIRED");
        }
        inspection = inspection.by(List.of(first, second));
        payers.add(employerUscc);
        return Verdict.granted();
    }

    Verdict extend(Inspection.Extension extension) {
        if (inspection == null || !file.is(CaseState.FILED, CaseState.INVESTIGATING)) {
            return Verdict.guardFailed("NO_INVESTIGATION_PENDING");
        }
        var extended = inspection.extended(extension);
        return inspection.mayExtend(extension.on()).then(() -> inspection = extended);
    }

    /// @param latest last day the order may give
    Verdict orderPay(PayOrder issued, LocalDate latest, CommandContext context) {
        return issued.guards(claims.stream().map(Claim::personId).toList(), latest)
                .require(
                        !annexes.beforeArbitration(),
                        Reason.of("BEFORE_ARBITRATION").clause("监察条例 art. 21"))
                .then(() -> {
                    order = issued;
                    issued.liable().forEach(liable -> payers.add(liable.uscc()));
                    file.record(OrderIssued.of(issued, id, employerUscc), context);
                });
    }

    /// The order is taken back (撤销): nothing may be built on it any more.
    Verdict revokeOrder(String reason, CommandContext context) {
        if (order == null || order.revoked() != null) {
            return Verdict.guardFailed("NO_ORDER_IN_FORCE");
        }
        order = order.revoked(context.today(), reason);
        return Verdict.granted();
    }

    /// The due day has passed with wages still owed (逾期未支付).
    Verdict defaulted(CommandContext context) {
        if (order == null || order.revoked() != null) {
            return Verdict.guardFailed("NO_ORDER_IN_FORCE");
        }
        var due = order.dueOn();
        var open = reckoning(due).outstanding();
        var event = new OrderDefaulted(order.id(), id, employerUscc, open, due);
        return Verdict.guards()
                .require(
                        context.today().isAfter(due),
                        Reason.of("ORDER_NOT_EXPIRED").required("after " + due, context.today()))
                .require(open.isPositive(), "NOTHING_OUTSTANDING")
                .then(() -> file.record(event, context));
    }

    Verdict pay(List<Receipt> handedIn, CommandContext context) {
        return payments.take(handedIn, personIds, context.today())
                .require(inspection != null && payments.paidOn() == null && isOpen(), "CASE_NOT_OPEN_FOR_PAYMENT")
                .verdict();
    }

    /// Everything is paid (全额支付), damages included where they were decided; before default, by the order's due day.
    Verdict payFull(List<Receipt> handedIn, CommandContext context) {
        var guards = payments.take(handedIn, personIds, context.today());
        var open = reckoning(null).outstanding();
        var late = order != null
                && file.is(CaseState.ORDERED)
                && context.today().isAfter(order.dueOn())
                && reckoning(order.dueOn()).outstanding().isPositive();
        return guards.require(!payments.receipts().isEmpty(), "NO_RECEIPTS")
                .require(open.isZero(), Reason.of("OUTSTANDING").required(Money.ZERO, open))
                .require(!late, "PAID_AFTER_DUE_DAY")
                .then(payments::complete);
    }

    Verdict decide(Ruling decided) {
        return decided.guards(order).then(() -> ruling = decided);
    }

    /// Hands the case to the police (移送公安): the threshold is met, and the employer hides or could pay.
    Verdict referToPolice(@Nullable CrimeFinding finding, CommandContext context) {
        var all = reckoning(null);
        var event = new CrimeReferred(id, employerUscc, all.open().size(), all.outstanding(), context.today());
        return Verdict.guards()
                .require(
                        annexes.crimeAmount(),
                        Reason.of("CRIME_THRESHOLD_NOT_MET").clause("法释〔2013〕3号 art. 3"))
                .require(finding != null, Reason.of("NEITHER_HIDING_NOR_ABLE").clause("刑法 art. 276-1"))
                .require(all.outstanding().isPositive(), "NOTHING_OUTSTANDING")
                .thenTry(() -> {
                    file.record(event, context);
                    return annexes.dispose(
                            new Disposition(context.today(), "CRIME_REFERRED", "SM-GAJ", String.valueOf(finding)));
                });
    }

    Verdict close(CommandContext context) {
        var all = reckoning(null);
        return payments.allConfirmed(all).then(() -> closed(CaseClosed.Outcome.PAID, all, context));
    }

    Verdict closeUnfounded(CommandContext context) {
        closed(CaseClosed.Outcome.UNFOUNDED, reckoning(null), context);
        return Verdict.granted();
    }

    private void closed(CaseClosed.Outcome outcome, Reckoning all, CommandContext context) {
        openKeys = null;
        file.record(new CaseClosed(id, employerUscc, outcome, all.paid(), all.damages(), context.today()), context);
    }

    /// @param until counts only what was paid up to this day, or everything
    Reckoning reckoning(@Nullable LocalDate until) {
        var owed = order == null ? claims : order.items();
        return Reckoning.of(owed, ruling == null ? Map.of() : ruling.damages(), payments.receipts(), until);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    String employerUscc() {
        return employerUscc;
    }

    Intake intake() {
        return intake;
    }

    Set<String> payers() {
        return payers;
    }

    Set<String> personIds() {
        return personIds;
    }

    boolean isOpen() {
        return openKeys != null;
    }

    List<Claim> claims() {
        return claims;
    }

    List<Claim> laterClaims() {
        return laterClaims;
    }

    @Nullable
    Inspection inspection() {
        return inspection;
    }

    @Nullable
    PayOrder order() {
        return order;
    }

    @Nullable
    Ruling ruling() {
        return ruling;
    }

    Payments payments() {
        return payments;
    }

    Annexes annexes() {
        return annexes;
    }
}
