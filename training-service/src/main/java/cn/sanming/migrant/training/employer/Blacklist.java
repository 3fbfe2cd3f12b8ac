package cn.sanming.migrant.training.employer;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// This department's own copy of the blacklist; it answers when the wage department is down.
@Component
public class Blacklist {

    private final MongoTemplate mongo;

    Blacklist(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Whether any entry in force names this employer.
    public boolean names(String uscc) {
        return mongo.exists(
                Query.query(
                        Criteria.where("employerUscc").is(uscc).and("listed").is(true)),
                ListEntry.class);
    }

    /// Takes over what the wage department says about an entry, unless something later is known already.
    void note(ListEntry told) {
        try {
            if (mongo.findById(told.id(), ListEntry.class) == null) {
                mongo.insert(told);
                return;
            }
        } catch (DuplicateKeyException _) {
            // told twice at once: the later word wins below
        }
        var older =
                Query.query(Criteria.where("_id").is(told.id()).and("sequence").lt(told.sequence()));
        mongo.updateFirst(
                older, Update.update("listed", told.listed()).set("sequence", told.sequence()), ListEntry.class);
    }
}
