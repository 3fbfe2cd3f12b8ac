package cn.sanming.migrant.subsidy.employer;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// This department's own copy of who is blacklisted; it answers when the wage department is down. Only about an
/// employer never heard of the wage department is asked, and its answer is kept until an event says otherwise.
@Component
public class EmployerRegister {

    private static final int CODE = 18;

    private final MongoTemplate mongo;

    private final BlacklistCheck wages;

    EmployerRegister(MongoTemplate mongo, BlacklistCheck wages) {
        this.mongo = mongo;
        this.wages = wages;
    }

    /// A person is no employer; whom the wage department does not answer about counts as not listed.
    public boolean isBlacklisted(String uscc) {
        var known = mongo.findById(uscc, EmployerStanding.class);
        if (known != null) {
            return known.blacklisted();
        }
        return uscc.length() == CODE
                && wages.listed(uscc).filter(listed -> kept(uscc, listed)).orElse(false);
    }

    private boolean kept(String uscc, boolean listed) {
        try {
            mongo.insert(new EmployerStanding(uscc, listed, Instant.EPOCH, "asked"));
            return listed;
        } catch (DuplicateKeyException _) {
            return isBlacklisted(uscc);
        }
    }

    /// The event that put an employer on the list, as long as it stands there.
    public Optional<String> listing(String uscc) {
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
