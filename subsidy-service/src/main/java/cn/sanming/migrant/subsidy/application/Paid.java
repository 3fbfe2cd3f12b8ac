package cn.sanming.migrant.subsidy.application;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What has been granted before (已享受补贴): the caps and the one-off kinds ask here.
@Component
class Paid {

    private static final List<String> GRANTED = List.of("APPROVED", "PAID");

    private final MongoTemplate mongo;

    Paid(MongoTemplate mongo) {
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
    List<String> levels(String personId, String occupation) {
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

    int appraisalsIn(int year, String personId) {
        return (int) granted(Criteria.where("applicantId").is(personId), Kind.APPRAISAL).stream()
                .map(SubsidyApplication::approvedOn)
                .filter(day -> day != null && day.getYear() == year)
                .count();
    }

    boolean banned(String applicant, LocalDate on) {
        var ban = mongo.findById(applicant, FraudBan.class);
        return ban != null && on.isBefore(ban.until());
    }

    void ban(String applicant, LocalDate until) {
        mongo.save(new FraudBan(applicant, until));
    }

    /// Whether a month of a post is claimed by another application that is not over.
    boolean monthClaimed(String postId, List<String> months) {
        return mongo.exists(
                Query.query(Criteria.where("claim.post.postId")
                        .is(postId)
                        .and("claim.post.months.month")
                        .in(months)
                        .and("file.state")
                        .nin("REJECTED", "WITHDRAWN")),
                SubsidyApplication.class);
    }
}
