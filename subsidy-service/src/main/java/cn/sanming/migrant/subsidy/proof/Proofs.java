package cn.sanming.migrant.subsidy.proof;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Answers what we know ourselves. Not knowing is no reason to refuse: then the papers of the applicant count.
@Component
public class Proofs {

    private final MongoTemplate mongo;

    /// Whether a person is in a group that a registration proves.
    public enum Flag {
        SET,
        CLEARED,
        UNKNOWN
    }

    /// A placement as far as a reward depends on it.
    public record Placed(
            String placementId,
            @Nullable LocalDate startOn,
            @Nullable LocalDate endOn) {}

    Proofs(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<PostPlan> post(String placementId) {
        return Optional.ofNullable(mongo.findById(placementId, PostPlan.class));
    }

    public boolean contractSigned(String person, String employer) {
        return mongo.exists(about(person, employer), ContractRecord.class);
    }

    /// The placement of a person at an employer that began last by a day, if the job department has reported one.
    public Optional<Placed> placement(String person, String employer, LocalDate startedBy) {
        return mongo.find(about(person, employer), PlacementRecord.class).stream()
                .filter(found -> found.startOn() != null && !found.startOn().isAfter(startedBy))
                .max(Comparator.comparing(found -> Objects.requireNonNull(found.startOn())))
                .map(found -> new Placed(found.id(), found.startOn(), found.endOn()));
    }

    /// Whether a person is registered as unemployed on a day.
    public Flag registeredUnemployed(String person, LocalDate on) {
        var all = mongo.find(Query.query(Criteria.where("personId").is(person)), RegistrationRecord.class);
        if (all.isEmpty()) {
            return Flag.UNKNOWN;
        }
        return all.stream()
                        .anyMatch(one -> one.registeredOn() != null
                                && !one.registeredOn().isAfter(on)
                                && (one.cancelledOn() == null
                                        || one.cancelledOn().isAfter(on)))
                ? Flag.SET
                : Flag.CLEARED;
    }

    /// Whether a person is a certified hardship person on a day.
    public Flag hardship(String person, LocalDate on) {
        List<HardshipRecord> all =
                mongo.find(Query.query(Criteria.where("personId").is(person)), HardshipRecord.class);
        if (all.isEmpty()) {
            return Flag.UNKNOWN;
        }
        return all.stream()
                        .anyMatch(one -> !one.certifiedOn().isAfter(on)
                                && !one.validUntil().isBefore(on))
                ? Flag.SET
                : Flag.CLEARED;
    }

    private static Query about(String person, String employer) {
        return Query.query(
                Criteria.where("personId").is(person).and("employerUscc").is(employer));
    }
}
