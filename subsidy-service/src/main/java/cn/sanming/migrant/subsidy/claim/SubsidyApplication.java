package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One application for a subsidy (补贴申请), accepted to paid by different people; measures 2, 3, 4 and 6.
@Document("subsidy-applications")
@CompoundIndex(def = "{'applicantId': 1, 'claim.kind': 1, 'file.state': 1}")
@CompoundIndex(def = "{'claim.employerUscc': 1, 'file.state': 1}")
@CompoundIndex(def = "{'claim.post.postId': 1}")
@CompoundIndex(def = "{'claim.agency.lines.employerUscc': 1, 'file.state': 1}", sparse = true)
@CompoundIndex(def = "{'claim.entitlementId': 1}", sparse = true)
@CompoundIndex(def = "{'file.state': 1, 'file.district': 1}")
@CompoundIndex(def = "{'payout.batchId': 1}", sparse = true)
public final class SubsidyApplication implements CaseAggregate {

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;
    private final String applicantId;
    private Claim claim;
    private final @Nullable String occupation;
    private final @Nullable String level;
    private final List<String> missing;
    private @Nullable LocalDate submittedOn;
    private @Nullable Money requested;
    private @Nullable Forecast forecast;

    @Indexed(sparse = true)
    private @Nullable LocalDate publicisedOn;

    private @Nullable Assessment assessment;
    private @Nullable ReservedFunds reservation;
    private @Nullable LocalDate approvedOn;
    private @Nullable LocalDate paidOn;
    private Rulings rulings = Rulings.none();
    private @Nullable Payout payout;
    private @Nullable Receipt receipt;

    public SubsidyApplication(
            String id,
            CaseFile file,
            String applicantId,
            Claim claim,
            @Nullable String occupation,
            @Nullable String level,
            List<String> missing) {
        this.id = id;
        this.file = file;
        this.applicantId = applicantId;
        this.claim = claim;
        this.occupation = occupation;
        this.level = level;
        this.missing = missing;
    }

    public static SubsidyApplication draft(
            String applicantId, Claim claim, Entitlement.@Nullable Certificate certificate, CommandContext context) {
        var id = Ids.next("sa");
        var file = CaseFile.opened(id, State.DRAFT, claim.district(), context);
        return certificate == null
                ? new SubsidyApplication(id, file, applicantId, claim, null, null, new ArrayList<>())
                : new SubsidyApplication(
                        id,
                        file,
                        applicantId,
                        claim,
                        certificate.occupationCode(),
                        certificate.level(),
                        new ArrayList<>());
    }

    /// After an upheld appeal (复核后重新审核): the same claim of the same day, decided by other people.
    public SubsidyApplication again(String newId, String appealId, Set<String> barred, CommandContext context) {
        var file = CaseFile.opened(newId, State.ACCEPTED, claim.district(), context);
        file.move("uphold_appeal", State.ACCEPTED.name(), "HR_OFFICER", context, appealId);
        var next = new SubsidyApplication(newId, file, applicantId, claim, occupation, level, missing);
        next.submittedOn = submittedOn;
        next.requested = requested;
        next.rulings = Rulings.without(barred);
        return next;
    }

    /// @param wanted what is asked for, where the claim or the rule names an amount; @param told what the rule says
    // today
    public Verdict submit(
            boolean blacklisted, boolean banned, @Nullable Money wanted, Forecast told, CommandContext context) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        return Verdict.guards().require(!banned, "FRAUD_BAN").then(() -> {
            submittedOn = context.today();
            requested = wanted;
            forecast = told;
            file.record(ApplicationEvents.submitted(this, wanted == null ? Money.ZERO : wanted), context);
        });
    }

    /// One single list (一次性告知): what could be seen the first time may not be asked for the second.
    public Verdict giveBack(List<String> items) {
        var more = items.stream()
                .filter(item -> !missing.contains(item))
                .distinct()
                .toList();
        return Verdict.guards()
                .require(!items.isEmpty(), "NOTHING_MISSING")
                .require(missing.isEmpty() || more.isEmpty(), "ONE_TIME_NOTICE")
                .then(() -> missing.addAll(more));
    }

    public Verdict resubmit(@Nullable Claim corrected) {
        var next = corrected == null ? claim : corrected;
        return Verdict.guards()
                .require(next.kind() == claim.kind(), "KIND_CHANGED")
                .require(Objects.equals(next.entitlementId(), claim.entitlementId()), "ENTITLEMENT_CHANGED")
                .then(() -> claim = next);
    }

    public Verdict review(Assessment made, CommandContext context) {
        var verdict = rulings.grant(claim, made, file, context);
        assessment = verdict instanceof Verdict.Granted ? made : assessment;
        return verdict;
    }

    public Verdict publicise(CommandContext context) {
        publicisedOn = context.today();
        return Verdict.granted();
    }

    /// @param now what the rule says today; what was publicised is never exceeded
    public Verdict approve(Assessment now, ReservedFunds reserved, CommandContext context) {
        assessment = now.granting(reserved.amount());
        reservation = reserved;
        payout = null;
        approvedOn = context.today();
        rulings.granted(claim, assessment, context);
        file.record(ApplicationEvents.approved(this, context.today()), context);
        return Verdict.granted();
    }

    /// Whether money or a mark is rightly reserved: not while the approval is missing or was undone.
    public boolean standsBehind(String purseOrMark) {
        return file.is(State.APPROVED, State.PAID, State.CLAWBACK_ORDERED, State.REPAID)
                && reservation != null
                && reservation.has(purseOrMark);
    }

    /// @param day when the money went out: today, or as the bank's return file says
    public Verdict pay(Money paid, LocalDate day, CommandContext context) {
        return exactly(paid).then(() -> {
            paidOn = day;
            file.record(ApplicationEvents.paid(this, day), context);
        });
    }

    /// @param made what the rule says, for the explanation; the officer's reasons decide
    public Verdict reject(List<String> reasons, @Nullable Assessment made, CommandContext context) {
        if (rulings.bar(context.actor(), file)) {
            return Rulings.FOUR_EYES;
        }
        return Verdict.guards()
                .require(!reasons.isEmpty(), "REASONS_REQUIRED")
                .require(
                        !file.is(State.SUSPENDED) || reasons.contains("BLACKLISTED_EMPLOYER"),
                        "BLACKLIST_REASON_REQUIRED")
                .then(() -> {
                    rulings.refused(claim, made, reasons, context);
                    file.record(ApplicationEvents.rejected(this, reasons), context);
                });
    }

    public Verdict suspend(String employer, String causeEventId, CommandContext context) {
        approvedOn = null;
        payout = null;
        file.record(new ApplicationEvents.Suspended(id, claim.kind(), employer, causeEventId), context);
        return Verdict.granted();
    }

    public Verdict clawBack(CommandContext context) {
        file.record(ApplicationEvents.clawedBack(this, context.today()), context);
        return Verdict.granted();
    }

    public Verdict repay(Money received) {
        return exactly(received).verdict();
    }

    private Verdict.Guards exactly(Money sum) {
        return Verdict.guards()
                .require(
                        sum.equals(amount()),
                        Reason.at("/amount", "AMOUNT_DIFFERS").required(amount(), sum));
    }

    public void note(Receipt said) {
        receipt = said;
    }

    public Money amount() {
        return assessment == null ? Money.ZERO : assessment.amount();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }

    public @Nullable Long version() {
        return version;
    }

    public String applicantId() {
        return applicantId;
    }

    public Claim claim() {
        return claim;
    }

    public @Nullable String level() {
        return level;
    }

    public List<String> missing() {
        return missing;
    }

    public @Nullable LocalDate submittedOn() {
        return submittedOn;
    }

    /// The day whose rules decide: that of the application, or today before it is handed in.
    public LocalDate appliedOn(CommandContext context) {
        return submittedOn == null ? context.today() : submittedOn;
    }

    public @Nullable Money requested() {
        return requested;
    }

    public @Nullable Forecast forecast() {
        return forecast;
    }

    public @Nullable LocalDate publicisedOn() {
        return publicisedOn;
    }

    public @Nullable ReservedFunds reservation() {
        return reservation;
    }

    public @Nullable LocalDate approvedOn() {
        return approvedOn;
    }

    public @Nullable LocalDate paidOn() {
        return paidOn;
    }

    public Rulings rulings() {
        return rulings;
    }

    public @Nullable Payout payout() {
        return payout;
    }

    public @Nullable Receipt receipt() {
        return receipt;
    }
}
