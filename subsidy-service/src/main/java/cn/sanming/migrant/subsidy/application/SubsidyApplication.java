package cn.sanming.migrant.subsidy.application;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseFile;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.casefile.Ids;
import cn.sanming.migrant.platform.desk.Reason;
import cn.sanming.migrant.platform.desk.Refusal;
import cn.sanming.migrant.platform.desk.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One application for a subsidy (补贴申请): accepted, reviewed, publicised, approved and paid by different people;
/// measures
/// 2, 3, 4, 6.
@Document("subsidy-applications")
@CompoundIndex(def = "{'applicantId': 1, 'claim.kind': 1, 'file.state': 1}")
@CompoundIndex(def = "{'claim.employerUscc': 1, 'file.state': 1}")
@CompoundIndex(def = "{'claim.post.postId': 1}")
final class SubsidyApplication implements CaseRecord {

    enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        REVIEWED,
        REJECTED,
        PUBLICISED,
        APPROVED,
        PAID,
        SUSPENDED,
        WITHDRAWN,
        CLAWBACK_ORDERED,
        REPAID
    }

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

    @Indexed(sparse = true)
    private @Nullable LocalDate publicisedOn;

    private @Nullable Assessment assessment;
    private @Nullable LocalDate approvedOn;
    private @Nullable LocalDate paidOn;

    SubsidyApplication(
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

    static SubsidyApplication draft(
            String applicantId, Claim claim, @Nullable String occupation, @Nullable String level, Act act) {
        var id = Ids.next("sa");
        var file = CaseFile.opened(id, State.DRAFT, claim.district(), act);
        return new SubsidyApplication(id, file, applicantId, claim, occupation, level, new ArrayList<>());
    }

    Verdict submit(boolean blacklisted, boolean banned, Money estimate, Act act) {
        if (blacklisted) {
            return Verdict.refused(Refusal.Kind.BLACKLISTED_EMPLOYER, Reason.of("BLACKLISTED_EMPLOYER"));
        }
        return Verdict.guards().require(!banned, "FRAUD_BAN").then(() -> {
            submittedOn = act.today();
            requested = estimate;
            var kind = claim.kind();
            file.record(
                    new ApplicationEvents.Submitted(
                            id,
                            kind,
                            kind.personal() ? "PERSON" : "ORGANISATION",
                            applicantId,
                            claim.employerUscc(),
                            claim.district(),
                            estimate),
                    act);
        });
    }

    /// One single list (一次性告知): what could be seen the first time may not be asked for the second.
    Verdict giveBack(List<String> items) {
        return Verdict.guards()
                .require(!items.isEmpty(), "NOTHING_MISSING")
                .require(missing.isEmpty() || missing.containsAll(items), "ONE_TIME_NOTICE")
                .then(() ->
                        items.stream().filter(item -> !missing.contains(item)).forEach(missing::add));
    }

    Verdict resubmit(@Nullable Claim corrected) {
        if (corrected == null) {
            return Verdict.granted();
        }
        return Verdict.guards()
                .require(corrected.kind() == claim.kind(), "KIND_CHANGED")
                .then(() -> claim = corrected);
    }

    /// Four eyes: who accepted does not review; what the rule refuses does not pass.
    Verdict review(Assessment made, Act act) {
        if (file.hasActed(act.actor().id(), "accept")) {
            return Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES"));
        }
        if (!made.eligible()) {
            return Verdict.refused(
                    Refusal.Kind.NOT_ELIGIBLE,
                    made.reasons().stream().map(Reason::of).toArray(Reason[]::new));
        }
        assessment = made;
        return Verdict.granted();
    }

    Verdict publicise(Act act) {
        publicisedOn = act.today();
        return Verdict.granted();
    }

    /// What stands against an approval before any money is reserved.
    ///
    /// @param from the first day after the publicity
    Verdict mayApprove(LocalDate from, Act act) {
        if (file.hasActed(act.actor().id(), "accept", "review_pass")) {
            return Verdict.refused(Refusal.Kind.FOUR_EYES, Reason.of("FOUR_EYES"));
        }
        return Verdict.guards()
                .require(
                        !act.today().isBefore(from),
                        Reason.of("PUBLICITY_NOT_OVER").required(from, act.today()))
                .verdict();
    }

    Verdict approve(Act act) {
        approvedOn = act.today();
        file.record(
                new ApplicationEvents.Approved(id, claim.kind(), applicantId, claim.district(), amount(), act.today()),
                act);
        return Verdict.granted();
    }

    Verdict pay(Money paid, Act act) {
        return Verdict.guards()
                .require(
                        paid.equals(amount()),
                        Reason.at("/amount", "AMOUNT_DIFFERS").required(amount(), paid))
                .then(() -> {
                    paidOn = act.today();
                    file.record(
                            new ApplicationEvents.PaidOut(
                                    id, claim.kind(), applicantId, claim.district(), paid, act.today()),
                            act);
                });
    }

    Verdict reject(List<String> reasons, Act act) {
        return Verdict.guards()
                .require(!reasons.isEmpty(), "REASONS_REQUIRED")
                .require(
                        !file.is(State.SUSPENDED) || reasons.contains("BLACKLISTED_EMPLOYER"),
                        "BLACKLIST_REASON_REQUIRED")
                .then(() -> file.record(
                        new ApplicationEvents.Rejected(id, claim.kind(), applicantId, List.copyOf(reasons)), act));
    }

    Verdict suspend(String employer, String causeEventId, Act act) {
        approvedOn = null;
        file.record(new ApplicationEvents.Suspended(id, claim.kind(), employer, causeEventId), act);
        return Verdict.granted();
    }

    Verdict clawBack(Act act) {
        file.record(new ApplicationEvents.ClawedBack(id, claim.kind(), applicantId, amount(), act.today()), act);
        return Verdict.granted();
    }

    Verdict repay(Money received) {
        return Verdict.guards()
                .require(
                        received.equals(amount()),
                        Reason.at("/amount", "AMOUNT_DIFFERS").required(amount(), received))
                .verdict();
    }

    Money amount() {
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

    String applicantId() {
        return applicantId;
    }

    Claim claim() {
        return claim;
    }

    @Nullable
    String occupation() {
        return occupation;
    }

    @Nullable
    String level() {
        return level;
    }

    List<String> missing() {
        return missing;
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }

    @Nullable
    Money requested() {
        return requested;
    }

    @Nullable
    LocalDate publicisedOn() {
        return publicisedOn;
    }

    @Nullable
    Assessment assessment() {
        return assessment;
    }

    @Nullable
    LocalDate approvedOn() {
        return approvedOn;
    }

    @Nullable
    LocalDate paidOn() {
        return paidOn;
    }
}
