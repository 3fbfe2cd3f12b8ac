package cn.sanming.migrant.job.employer;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The employers this department knows and asks for their vacancies (用人单位库).
@Component
public class Employers {

    private final MongoTemplate mongo;

    Employers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<Employer> find(String uscc) {
        return Optional.ofNullable(mongo.findById(uscc, Employer.class));
    }

    /// Remembers an employer that turned up with a vacancy or a placement.
    public void seen(String uscc, @Nullable String district, LocalDate on) {
        if (find(uscc).isPresent()) {
            return;
        }
        try {
            mongo.insert(new Employer(uscc, null, null, district, Employer.Status.ACTIVE, Employer.Reach.WECHAT, on));
        } catch (DuplicateKeyException _) {
            // somebody else has just written it down
        }
    }

    Employer keep(Employer employer) {
        return mongo.save(employer);
    }
}
