package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.platform.cases.Cases;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.appraisal.Entitlement;
import cn.sanming.migrant.subsidy.appraisal.Entitlements;
import cn.sanming.migrant.subsidy.approval.ApplicationDesk;
import cn.sanming.migrant.subsidy.claim.Kind;
import cn.sanming.migrant.subsidy.claim.Payout;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.punishment.JointPunishment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Approved money on its way out (待拨付): each application is held by one payment batch at most. Every step is one
/// conditional update of the application itself, which also counts its version, so that two batches never both win.
@Component
public class Payouts {

    private static final String BATCH = "payout.batchId";

    private final MongoTemplate mongo;
    private final Cases cases;
    private final ApplicationDesk desk;
    private final JointPunishment punishment;
    private final Entitlements entitlements;

    /// An application whose money is due or has gone out.
    public record Payable(
            String applicationId,
            String applicantId,
            String kind,
            @Nullable String district,
            Money amount,
            @Nullable String entitlementId,
            @Nullable LocalDate paidOn) {

        static Payable of(SubsidyApplication application) {
            return new Payable(
                    application.id(),
                    application.applicantId(),
                    application.claim().kind().name(),
                    application.file().district(),
                    application.amount(),
                    application.claim().entitlementId(),
                    application.paidOn());
        }
    }

    Payouts(
            MongoTemplate mongo,
            Cases cases,
            ApplicationDesk desk,
            JointPunishment punishment,
            Entitlements entitlements) {
        this.mongo = mongo;
        this.cases = cases;
        this.desk = desk;
        this.punishment = punishment;
        this.entitlements = entitlements;
    }

    public static boolean knows(String kind) {
        return List.of(Kind.values()).stream().map(Kind::name).anyMatch(kind::equals);
    }

    /// Approved applications that no batch holds, in pages by id.
    public List<Payable> due(@Nullable String district, Collection<String> kinds, @Nullable String after, int limit) {
        var wanted = Criteria.where("file.state")
                .is(State.APPROVED.name())
                .and("payout")
                .isNull();
        if (district != null) {
            wanted = wanted.and("file.district").is(district);
        }
        if (!kinds.isEmpty()) {
            wanted = wanted.and("claim.kind").in(kinds);
        }
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        return payables(Query.query(wanted).with(Sort.by("_id")).limit(limit));
    }

    /// What a batch holds, among some applications.
    public List<Payable> heldBy(String batch, Collection<String> ids) {
        return payables(Query.query(Criteria.where("_id").in(ids).and(BATCH).is(batch)));
    }

    /// What a batch holds, in pages by id: also what it took before it was killed.
    public List<Payable> heldBy(String batch, @Nullable String after, int limit) {
        var held = Criteria.where(BATCH).is(batch);
        return payables(Query.query(after == null ? held : held.and("_id").gt(after))
                .with(Sort.by("_id"))
                .limit(limit));
    }

    private List<Payable> payables(Query query) {
        return mongo.find(query, SubsidyApplication.class).stream()
                .map(Payable::of)
                .toList();
    }

    /// Those whose certificate was revoked after the approval.
    public Set<String> lapsed(Collection<Payable> due) {
        var ids = due.stream()
                .map(Payable::entitlementId)
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty() ? Set.of() : entitlements.cancelledAmong(ids);
    }

    /// Takes applications for a batch.
    ///
    /// @return those it holds now
    public List<Payable> take(String batch, Collection<String> ids) {
        var free = Criteria.where("_id")
                .in(ids)
                .and("file.state")
                .is(State.APPROVED.name())
                .and("payout")
                .isNull();
        mongo.updateMulti(
                Query.query(free), new Update().set("payout", new Payout(batch, false)), SubsidyApplication.class);
        return heldBy(batch, ids);
    }

    /// The order for these applications is on its way to the bank; those that were suspended meanwhile stay behind.
    ///
    /// @return those that go
    public Set<String> send(String batch, Collection<String> ids) {
        var ready = Criteria.where("_id")
                .in(ids)
                .and(BATCH)
                .is(batch)
                .and("file.state")
                .is(State.APPROVED.name());
        mongo.updateMulti(Query.query(ready), new Update().set("payout.atBank", true), SubsidyApplication.class);
        var gone = Criteria.where("_id")
                .in(ids)
                .and(BATCH)
                .is(batch)
                .and("payout.atBank")
                .is(true);
        return payables(Query.query(gone)).stream().map(Payable::applicationId).collect(Collectors.toSet());
    }

    /// Lets applications go that the bank has not been told of.
    public void putBack(String batch, Collection<String> ids) {
        letGo(Criteria.where("_id")
                .in(ids)
                .and(BATCH)
                .is(batch)
                .and("payout.atBank")
                .is(false));
    }

    /// Lets everything go that a batch holds and has not sent.
    public void putBackAll(String batch) {
        letGo(Criteria.where(BATCH).is(batch).and("payout.atBank").is(false));
    }

    /// The bank could not pay it: another batch may take it, unless its employer has been listed meanwhile.
    public void comeBack(String batch, String id, CommandContext context) {
        letGo(Criteria.where("_id")
                .is(id)
                .and(BATCH)
                .is(batch)
                .and("file.state")
                .is(State.APPROVED.name()));
        var application = mongo.findById(id, SubsidyApplication.class);
        if (application != null && application.file().is(State.APPROVED) && application.payout() == null) {
            punishment.catchUp(
                    application,
                    new CommandContext(
                            Actor.SYSTEM, context.at(), context.correlationId(), null, context.traceparent()));
        }
    }

    private void letGo(Criteria held) {
        mongo.updateMulti(Query.query(held), new Update().unset("payout"), SubsidyApplication.class);
    }

    /// Books what the bank has paid, through the one command `pay`. Told again, it changes nothing.
    ///
    /// @return why it could not be booked, if so
    public Optional<Refusal> pay(String id, Money amount, CommandContext context) {
        return switch (cases.fire(id, ApplicationDesk.PAY, new ApplicationDesk.Amount(amount), context)) {
            case Outcome.Done<SubsidyApplication> _, Outcome.Created<SubsidyApplication> _ -> Optional.empty();
            case Outcome.Refused<SubsidyApplication>(Refusal refusal) ->
                find(id).filter(known -> known.paidOn() != null).isPresent() ? Optional.empty() : Optional.of(refusal);
        };
    }

    public Optional<Payable> find(String id) {
        return Optional.ofNullable(mongo.findById(id, SubsidyApplication.class)).map(Payable::of);
    }

    /// Applications that were paid for a certificate.
    public List<Payable> paidFor(String certificateId) {
        var paid = Criteria.where("claim.entitlementId")
                .in(Entitlement.idsOf(certificateId))
                .and("file.state")
                .is(State.PAID.name());
        return payables(Query.query(paid));
    }
}
