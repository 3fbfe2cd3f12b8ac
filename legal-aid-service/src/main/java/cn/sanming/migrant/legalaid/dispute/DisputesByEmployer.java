package cn.sanming.migrant.legalaid.dispute;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Finds the disputes that news about an employer concerns (在办案件).
@Component
class DisputesByEmployer {

    private final MongoTemplate mongo;

    DisputesByEmployer(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<Dispute> open(String employerUscc) {
        var query = Query.query(Criteria.where("filing.employerUscc").is(employerUscc))
                .with(Sort.by("_id"));
        return mongo.find(query, Dispute.class).stream()
                .filter(dispute -> DisputeState.OPEN.contains(DisputeState.valueOf(dispute.file.state())))
                .toList();
    }

    /// Those in which one of these workers is an applicant.
    List<Dispute> open(String employerUscc, Collection<String> personIds) {
        return open(employerUscc).stream()
                .filter(dispute -> dispute.filing.applicants().stream().anyMatch(personIds::contains))
                .toList();
    }
}
