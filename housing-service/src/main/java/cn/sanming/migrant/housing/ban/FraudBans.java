package cn.sanming.migrant.housing.ban;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.RuleBook;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// The register of bans.
@Component
public class FraudBans {

    private final MongoTemplate mongo;
    private final RuleBook rules;

    FraudBans(MongoTemplate mongo, RuleBook rules) {
        this.mongo = mongo;
        this.rules = rules;
    }

    /// Bans a person from the day the home is given back, or from the decision where none was given out.
    public FraudBan impose(String personId, LocalDate from, @Nullable String district, String cause) {
        var until = Dates.addYears(from, rules.policy().on(from, district).integer("housing.fraud_ban_years"));
        var known = find(personId).orElse(null);
        return known != null && !known.until().isBefore(until)
                ? known
                : mongo.save(new FraudBan(personId, from, until, cause));
    }

    public Optional<FraudBan> find(String personId) {
        return Optional.ofNullable(mongo.findById(personId, FraudBan.class));
    }

    public @Nullable LocalDate until(String personId) {
        return find(personId).map(FraudBan::until).orElse(null);
    }
}
