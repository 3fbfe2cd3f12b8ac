package cn.sanming.migrant.wage.blacklist;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.wage.blacklist.ListingForms.Criminal;
import cn.sanming.migrant.wage.blacklist.ListingSteps.EarlyRemovalReview;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Extension;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Listing;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Notice;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Objection;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Origin;
import cn.sanming.migrant.wage.blacklist.ListingSteps.Removal;
import cn.sanming.migrant.wage.policy.BlacklistDates;
import cn.sanming.migrant.wage.policy.EarlyRemoval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One entry of the list (失信联合惩戒名单条目): an employer, the order it defaulted, and what the law owes it before it is
/// listed and after; Order 45.
///
/// A deadline of the authority bars only acts against the employer: an objection may still be upheld, and an early
/// removal granted, when the authority is late.
@Document("blacklist_entries")
@CompoundIndex(def = "{'file.state': 1, 'notice.objectionUntil': 1}")
@CompoundIndex(def = "{'file.state': 1, 'listing.until': 1}")
final class BlacklistEntry implements CaseAggregate {

    private static final String ORDER_45 = "Order 45";

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    @Indexed
    private final String employerUscc;

    private final Origin origin;

    private @Nullable Notice notice;
    private @Nullable Extension extension;
    private @Nullable Objection objection;
    private @Nullable Listing listing;
    private Conduct conduct = Conduct.UNKNOWN;
    private @Nullable EarlyRemovalReview review;
    private @Nullable Removal removal;
    private List<Decision<?>> decisions = new ArrayList<>();

    /// The employer's code while it stands on the list, and nothing at any other time.
    @Indexed(sparse = true)
    private @Nullable String listedUscc;

    BlacklistEntry(String id, CaseFile file, String employerUscc, Origin origin) {
        this.id = id;
        this.file = file;
        this.employerUscc = employerUscc;
        this.origin = origin;
    }

    /// One order gives one entry, however often it is proposed.
    static String idOf(String orderId) {
        return Ids.of("bl", orderId);
    }

    static BlacklistEntry propose(DefaultedOrder order, ListingGround ground, CommandContext context) {
        var id = idOf(order.orderId());
        return new BlacklistEntry(
                id,
                CaseFile.opened(id, BlacklistState.PROPOSED, order.district(), context),
                order.employerUscc(),
                new Origin(order.caseId(), order.orderId(), ground, order.dueOn()));
    }

    /// @param dates rule BLACKLIST_DATES for a notice served today
    Verdict serveNotice(
            Optional<DefaultedOrder> order,
            @Nullable String name,
            List<ResponsiblePerson> responsible,
            Decision<BlacklistDates.Finding> dates,
            CommandContext context) {
        var found = dates.result();
        return DefaultedOrder.guards(order, origin.ground())
                .require(!responsible.isEmpty(), code("RESPONSIBLE_PERSONS_MISSING"))
                .then(() -> {
                    notice = new Notice(
                            name,
                            List.copyOf(responsible),
                            context.today(),
                            found.objectionUntil(),
                            found.decideBy(),
                            found.decideByIfExtended());
                    decisions.add(dates);
                });
    }

    Verdict object(String statement, LocalDate verifyBy, CommandContext context) {
        return until(notice == null ? null : notice.objectionUntil(), "OBJECTION_DEADLINE_PASSED", context, () -> {
            objection = new Objection(context.today(), statement, verifyBy);
        });
    }

    Verdict rejectObjection(CommandContext context) {
        return until(
                objection == null ? null : objection.verifyBy(), "VERIFICATION_DEADLINE_PASSED", context, () -> {});
    }

    Verdict lapse(CommandContext context) {
        var until = notice == null ? null : notice.objectionUntil();
        return Verdict.guards()
                .require(
                        until != null && context.today().isAfter(until),
                        code("OBJECTION_WINDOW_OPEN").required("after " + until, context.today()))
                .verdict();
    }

    /// Not listed after all (不予列入): everything paid before the decision, and a written commitment.
    Verdict waive(Optional<DefaultedOrder> order) {
        return Verdict.guards()
                .require(order.map(DefaultedOrder::paidOn).isPresent(), code("NOT_PAID_IN_FULL"))
                .require(conduct.commitmentOn() != null, code("COMMITMENT_MISSING"))
                .verdict();
    }

    /// Twenty working days more, once, while the first twenty run.
    Verdict extend(String reason, CommandContext context) {
        var served = notice;
        if (served == null || !file.is(BlacklistState.NOTICE_SERVED, BlacklistState.OBJECTION, BlacklistState.READY)) {
            return Verdict.guardFailed("NO_DECISION_PENDING");
        }
        if (extension != null) {
            return Verdict.refused(Kind.GUARD_FAILED, code("ALREADY_EXTENDED").required("once", extension.on()));
        }
        return until(served.decideBy(), "DECISION_DEADLINE_PASSED", context, () -> {
            extension = new Extension(context.today(), served.decideByIfExtended(), reason);
        });
    }

    /// @param dates rule BLACKLIST_DATES for a listing today
    Verdict list(Optional<DefaultedOrder> order, Decision<BlacklistDates.Finding> dates, CommandContext context) {
        if (DefaultedOrder.revoked(order)) {
            return Verdict.refused(Kind.GUARD_FAILED, code("ORDER_REVOKED"));
        }
        var end = dates.result().listedUntil();
        return until(listBy(), "DECISION_DEADLINE_PASSED", context, () -> {
            listing = new Listing(context.today(), end);
            listedUscc = employerUscc;
            decisions.add(dates);
            file.record(
                    new BlacklistListed(id, employerUscc, persons(), origin.ground(), context.today(), end), context);
        });
    }

    /// The employer gives the written commitment (书面承诺), at any time before the entry is closed.
    Verdict commit(CommandContext context) {
        return Verdict.guards()
                .require(!file.is(BlacklistState.NOT_LISTED, BlacklistState.REMOVED), "ENTRY_CLOSED")
                .then(() -> conduct = conduct.committed(context.today()));
    }

    /// New arrears while listed bar an early removal; wages that fell due before the listing are not new.
    Verdict newArrears(LocalDate dueOn) {
        return Verdict.guards()
                .require(listedUscc != null && listing != null && !dueOn.isBefore(listing.on()), "NOT_NEW_ARREARS")
                .then(() -> conduct = conduct.late(dueOn));
    }

    Verdict proceedings(Criminal standing) {
        conduct = conduct.proceedings(standing);
        return Verdict.granted();
    }

    /// @param decision rule EARLY_REMOVAL on the facts, or nothing where there are none
    Verdict requestEarlyRemoval(
            EarlyRemoval.@Nullable Facts facts,
            @Nullable Decision<EarlyRemoval.Finding> decision,
            LocalDate reviewBy,
            CommandContext context) {
        if (facts == null || decision == null) {
            return Verdict.refused(Kind.GUARD_FAILED, code("NOT_CORRECTED"));
        }
        return conduct.guards(facts, decision.result(), context).then(() -> {
            conduct = conduct.committed(context.today());
            review = new EarlyRemovalReview(context.today(), facts.correctedOn(), reviewBy);
            decisions.add(decision);
        });
    }

    Verdict annul(Optional<DefaultedOrder> order, CommandContext context) {
        return DefaultedOrder.revoked(order)
                ? remove(RemovalReason.ANNULLED, context)
                : Verdict.refused(Kind.GUARD_FAILED, code("ORDER_NOT_REVOKED"));
    }

    Verdict expire(CommandContext context) {
        var until = listing == null ? null : listing.until();
        return until == null || context.today().isBefore(until)
                ? Verdict.refused(Kind.GUARD_FAILED, code("LISTING_NOT_OVER").required(until, context.today()))
                : remove(RemovalReason.EXPIRED, context);
    }

    Verdict remove(RemovalReason reason, CommandContext context) {
        removal = new Removal(context.today(), reason);
        listedUscc = null;
        file.record(new BlacklistRemoved(id, employerUscc, reason, context.today()), context);
        return Verdict.granted();
    }

    /// The last day to list, with the extension where there is one.
    @Nullable
    LocalDate listBy() {
        var first = notice == null ? null : notice.decideBy();
        return extension == null ? first : extension.decideBy();
    }

    private static Reason code(String code) {
        return Reason.of(code).clause(ORDER_45);
    }

    private static Verdict until(@Nullable LocalDate last, String code, CommandContext context, Runnable effect) {
        if (last == null || context.today().isAfter(last)) {
            return Verdict.refused(Kind.DEADLINE_PASSED, code(code).required(last, context.today()));
        }
        effect.run();
        return Verdict.granted();
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

    @Nullable
    Notice notice() {
        return notice;
    }

    @Nullable
    Listing listing() {
        return listing;
    }

    Origin origin() {
        return origin;
    }

    List<ResponsiblePerson> persons() {
        return notice == null ? List.of() : notice.persons();
    }

    @Nullable
    Extension extension() {
        return extension;
    }

    @Nullable
    Objection objection() {
        return objection;
    }

    Conduct conduct() {
        return conduct;
    }

    @Nullable
    EarlyRemovalReview review() {
        return review;
    }

    @Nullable
    Removal removal() {
        return removal;
    }

    List<Decision<?>> decisions() {
        return decisions;
    }
}
