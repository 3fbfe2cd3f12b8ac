package cn.sanming.migrant.job.employer;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// This department's own copy of who is blacklisted; it answers when the wage department is down.
@Component
public class EmployerRegister {

    private final MongoTemplate mongo;

    EmployerRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public boolean isBlacklisted(String uscc) {
        var known = mongo.findById(uscc, EmployerStanding.class);
        return known != null && known.blacklisted();
    }

    /// The event by which an employer is on the list, if it is.
    public Optional<String> listedBy(String uscc) {
        return Optional.ofNullable(mongo.findById(uscc, EmployerStanding.class))
                .filter(EmployerStanding::blacklisted)
                .map(EmployerStanding::causeEventId);
    }

    /// Takes over what the wage department says, unless something later is known already.
    ///
    /// @return whether it is the latest word
    public boolean note(String uscc, boolean blacklisted, Instant since, String causeEventId) {
        var known = mongo.findById(uscc, EmployerStanding.class);
        if (known != null && known.since().isAfter(since)) {
            return false;
        }
        mongo.save(new EmployerStanding(uscc, blacklisted, since, causeEventId));
        return true;
    }
}
