package cn.sanming.migrant.training.appraisal;

import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Who is certified for what (持证人员名册), for the other windows of this department.
@Component
public class SkillRegister {

    private static final int LOWEST = 5;

    private final MongoTemplate mongo;

    SkillRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// The level above the best valid certificate of an occupation: 5 to begin with, 0 above the highest.
    public int nextLevel(String personId, String occupationCode) {
        var theirs =
                Criteria.where("personId").is(personId).and("occupationCode").is(occupationCode);
        return mongo.find(Query.query(theirs), Certificate.class).stream()
                .filter(Certificate::isValid)
                .map(Certificate::level)
                .filter(level -> level != null)
                .mapToInt(level -> level - 1)
                .min()
                .orElse(LOWEST);
    }

    /// Everybody who holds a valid certificate of an occupation.
    public List<String> holdersOf(String occupationCode) {
        return mongo.find(Query.query(Criteria.where("occupationCode").is(occupationCode)), Certificate.class).stream()
                .filter(Certificate::isValid)
                .map(Certificate::personId)
                .distinct()
                .toList();
    }
}
