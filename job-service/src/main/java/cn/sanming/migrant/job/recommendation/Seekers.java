package cn.sanming.migrant.job.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Everybody who looks for work, found by the keys they share with a vacancy (求职者库).
@Component
class Seekers {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;

    Seekers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<SeekerProfile> find(String personId) {
        return Optional.ofNullable(mongo.findById(personId, SeekerProfile.class));
    }

    /// Changes a profile, or begins one; two changes at once both count.
    SeekerProfile change(String personId, UnaryOperator<SeekerProfile> change) {
        for (int attempt = 1; ; attempt++) {
            var known = find(personId).orElseGet(() -> SeekerProfile.empty(personId));
            var changed = change.apply(known);
            if (changed.equals(known) && known.version() != null) {
                return known;
            }
            try {
                return mongo.save(changed);
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// Those who have one of the keys; to be closed.
    Stream<SeekerProfile> having(List<String> keys) {
        return mongo.stream(Query.query(Criteria.where("matchKeys").in(keys)), SeekerProfile.class);
    }
}
