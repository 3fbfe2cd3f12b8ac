package cn.sanming.migrant.subsidy.appraisal;

import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Opens entitlements when certificates are issued, and ends them when they are used, too old, or their certificate
/// is revoked.
@Component
public class Entitlements {

    private final MongoTemplate mongo;
    private final RuleBook rules;
    private final AppraisalSubsidy subsidy;
    private final AppraisalFeeSubsidy fee;
    private final Confirmations confirmations;

    Entitlements(
            MongoTemplate mongo,
            RuleBook rules,
            AppraisalSubsidy subsidy,
            AppraisalFeeSubsidy fee,
            Confirmations confirmations) {
        this.confirmations = confirmations;
        this.mongo = mongo;
        this.rules = rules;
        this.subsidy = subsidy;
        this.fee = fee;
    }

    public Optional<Entitlement> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Entitlement.class));
    }

    /// Whether its certificate was revoked before the money was applied for.
    public boolean cancelled(String id) {
        return find(id).filter(Entitlement::isCancelled).isPresent();
    }

    /// Which of some entitlements are cancelled.
    public Set<String> cancelledAmong(Collection<String> ids) {
        var gone = Criteria.where("_id").in(ids).and("file.state").is(Entitlement.State.CANCELLED.name());
        return mongo.find(Query.query(gone), Entitlement.class).stream()
                .map(Entitlement::id)
                .collect(Collectors.toSet());
    }

    /// Whether the occupation of a certificate was on the shortage list (急需紧缺目录) on the day of issue.
    public boolean scarce(Entitlement.Certificate certificate) {
        var told = certificate.onShortageList();
        return told != null
                ? told
                : rules.context()
                        .on(certificate.issuedOn())
                        .list("subsidy.appraisal.shortage_occupations")
                        .contains(certificate.occupationCode());
    }

    void open(Entitlement.Certificate certificate, CommandContext context) {
        var finding = rules.decide(
                        subsidy,
                        new AppraisalSubsidy.Facts(
                                certificate.issuedOn(),
                                certificate.issuedOn(),
                                scarce(certificate),
                                List.of(),
                                0,
                                certificate.level(),
                                null,
                                null))
                .result();
        keep(Entitlement.Kind.APPRAISAL, certificate, finding.amount(), finding.applyUntil(), context);
        var ofFee = rules.decide(
                        fee,
                        new AppraisalFeeSubsidy.Facts(
                                certificate.fee(), certificate.firstPass(), certificate.issuedOn()))
                .result();
        if (ofFee.eligible() && ofFee.amount().isPositive()) {
            keep(Entitlement.Kind.APPRAISAL_FEE, certificate, ofFee.amount(), finding.applyUntil(), context);
        }
    }

    private void keep(
            Entitlement.Kind kind,
            Entitlement.Certificate certificate,
            Money amount,
            LocalDate until,
            CommandContext context) {
        var id = Entitlement.idOf(certificate.certificateId(), kind);
        if (mongo.findById(id, Entitlement.class) != null) {
            return;
        }
        mongo.insert(Entitlement.opened(kind, certificate, amount, until, context));
    }

    public void use(String id, CommandContext context) {
        find(id).filter(found -> found.become(Entitlement.State.USED, "use", context))
                .ifPresent(mongo::save);
    }

    void cancelOf(String certificateId, CommandContext context) {
        for (var found : mongo.find(
                Query.query(Criteria.where("_id").in(Entitlement.idsOf(certificateId))), Entitlement.class)) {
            if (found.become(Entitlement.State.CANCELLED, "cancel", context)) {
                mongo.save(found);
            }
        }
    }

    /// Ends what nobody has applied for in time.
    void expire(String id, BusinessDay day) {
        find(id).filter(found -> found.isOverBy(day.date())).ifPresent(found -> {
            if (confirmations.inWork(List.of(id)).isEmpty()
                    && found.become(Entitlement.State.EXPIRED, "expire", day.context())) {
                mongo.save(found);
            }
        });
    }
}
