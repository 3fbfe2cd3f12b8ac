package cn.sanming.migrant.training.employer;

import java.time.Instant;
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
