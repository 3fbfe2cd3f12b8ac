package cn.sanming.migrant.subsidy.assessment;

import cn.sanming.migrant.subsidy.appraisal.Confirmations;
import cn.sanming.migrant.subsidy.claim.Kind;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What has been granted before (已享受补贴): the caps and the one-off kinds ask here.
@Component
public class GrantHistory implements Confirmations {

    private static final List<String> GRANTED = List.of("APPROVED", "PAID");

    private final MongoTemplate mongo;

    public GrantHistory(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private List<SubsidyApplication> granted(Criteria whose, Kind kind) {
        return mongo.find(
                Query.query(whose.and("claim.kind")
                        .is(kind.name())
                        .and("file.state")
                        .in(GRANTED)),
                SubsidyApplication.class);
    }

    /// Levels of the same occupation for which a person has been granted a subsidy.
    public List<String> levels(String personId, String occupation) {
        return granted(
                        Criteria.where("applicantId")
                                .is(personId)
                                .and("occupation")
                                .is(occupation),
                        Kind.APPRAISAL)
                .stream()
                .map(SubsidyApplication::level)
                .toList();
    }

    public int appraisalsIn(int year, String personId) {
        return (int) granted(Criteria.where("applicantId").is(personId), Kind.APPRAISAL).stream()
                .map(SubsidyApplication::approvedOn)
                .filter(day -> day != null && day.getYear() == year)
                .count();
    }

    public boolean banned(String applicant, LocalDate on) {
        var ban = mongo.findById(applicant, FraudBan.class);
        return ban != null && on.isBefore(ban.until());
    }

    public void ban(String applicant, LocalDate until) {
        mongo.save(new FraudBan(applicant, until));
    }

    /// Another application, not over, that claims one of these months of a post.
    public Optional<String> claimsMonth(String postId, List<String> months, @Nullable String own) {
        return other(
                Criteria.where("claim.post.postId")
                        .is(postId)
                        .and("claim.post.months.month")
                        .in(months),
                own);
    }

    /// Another application, not over, that claims an entitlement.
    public Optional<String> claimsEntitlement(String entitlementId, @Nullable String own) {
        return other(Criteria.where("claim.entitlementId").is(entitlementId), own);
    }

    @Override
    public Set<String> inWork(Collection<String> entitlementIds) {
        var running = Criteria.where("claim.entitlementId")
                .in(entitlementIds)
                .and("file.state")
                .nin("DRAFT", "REJECTED", "WITHDRAWN");
        return mongo.find(Query.query(running), SubsidyApplication.class).stream()
                .map(application -> String.valueOf(application.claim().entitlementId()))
                .collect(Collectors.toSet());
    }

    private Optional<String> other(Criteria what, @Nullable String own) {
        var running = Query.query(what.and("file.state").nin("REJECTED", "WITHDRAWN"));
        return mongo.find(running, SubsidyApplication.class).stream()
                .map(SubsidyApplication::id)
                .filter(id -> !id.equals(own))
                .findFirst();
    }
}
