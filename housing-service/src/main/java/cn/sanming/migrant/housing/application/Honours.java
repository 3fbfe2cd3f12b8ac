package cn.sanming.migrant.housing.application;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Who bears the title 优秀农民工; it gives priority class 2 (measures 9 and 21).
@Component
public class Honours {

    private final MongoTemplate mongo;

    @Document("honoured_persons")
    record Honoured(@Id String personId, LocalDate grantedOn) {}

    Honours(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public void enter(String personId, LocalDate grantedOn) {
        mongo.save(new Honoured(personId, grantedOn));
    }

    boolean anyOf(Collection<String> persons) {
        return mongo.exists(Query.query(Criteria.where("_id").in(persons)), Honoured.class);
    }
}
