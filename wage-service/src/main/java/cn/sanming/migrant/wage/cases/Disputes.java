package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.wage.cases.Sanctions.Arbitration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// What the inspection knows of disputes before arbitration (劳动人事争议仲裁): a claim is not decided twice.
@Component
final class Disputes {

    private final MongoTemplate mongo;

    Disputes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// One dispute of an employer, as legal aid told us.
    @Document("known_disputes")
    record Known(@Id String id, @Indexed String employerUscc, String district, Arbitration arbitration) {}

    /// The employer's disputes in the county that are not over.
    List<Arbitration> running(String employerUscc, String district) {
        return mongo.find(Query.query(Criteria.where("employerUscc").is(employerUscc)), Known.class).stream()
                .filter(known -> known.district().equals(district))
                .map(Known::arbitration)
                .filter(Arbitration::running)
                .toList();
    }

    Optional<Known> find(String disputeId) {
        return Optional.ofNullable(mongo.findById(disputeId, Known.class));
    }

    void keep(Known known) {
        mongo.save(known);
    }

    /// The employer's open cases in the county.
    List<ArrearsCase> openCases(String employerUscc, String district) {
        return mongo.find(Query.query(Criteria.where("employerUscc").is(employerUscc)), ArrearsCase.class).stream()
                .filter(subject ->
                        subject.isOpen() && district.equals(subject.file().district()))
                .toList();
    }
}
