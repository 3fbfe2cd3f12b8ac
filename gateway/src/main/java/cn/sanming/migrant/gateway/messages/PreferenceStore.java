package cn.sanming.migrant.gateway.messages;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import cn.sanming.migrant.gateway.messages.Preferences.Topic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Everybody's preferences and consents, by owner.
@Component
final class PreferenceStore {

    private static final int REPORTS_KEPT = 100;

    private final MongoTemplate mongo;

    PreferenceStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Preferences of(String owner) {
        var found = mongo.findById(owner, Preferences.class);
        return found == null ? Preferences.none(owner) : found;
    }

    void keep(String owner, Set<String> muted, List<Topic> topics) {
        var keys = new LinkedHashSet<String>();
        topics.forEach(topic -> keys.addAll(topic.keys()));
        open(owner);
        mongo.updateFirst(
                query(where("_id").is(owner)),
                new Update().set("muted", muted).set("topics", topics).set("keys", keys),
                Preferences.class);
    }

    /// Counts a consent given on the phone; the same report is counted once.
    void agree(String owner, String report, Set<String> kinds) {
        open(owner);
        var update = new Update();
        update.push("reports").slice(-REPORTS_KEPT).each(report);
        kinds.forEach(kind -> update.inc("consents." + kind, 1));
        mongo.updateFirst(query(where("_id").is(owner).and("reports").ne(report)), update, Preferences.class);
    }

    private void open(String owner) {
        if (mongo.findById(owner, Preferences.class) == null) {
            try {
                mongo.insert(Preferences.none(owner));
            } catch (DuplicateKeyException _) { // two requests at once: it is open now
                return;
            }
        }
    }

    /// Uses one consent up, if there is one.
    boolean use(String owner, String kind) {
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(owner)
                                        .and("consents." + kind)
                                        .gt(0)),
                                new Update().inc("consents." + kind, -1),
                                Preferences.class)
                        .getModifiedCount()
                == 1;
    }

    void giveBack(String owner, String kind) {
        mongo.updateFirst(query(where("_id").is(owner)), new Update().inc("consents." + kind, 1), Preferences.class);
    }

    /// WeChat says that there is no consent: then our count was wrong.
    void spent(String owner, String kind) {
        mongo.updateFirst(query(where("_id").is(owner)), new Update().set("consents." + kind, 0), Preferences.class);
    }

    /// Everybody who wants to hear of this, one after the other; to be closed.
    Stream<String> interestedIn(String kind, @Nullable String district, @Nullable String occupation) {
        var keys = new LinkedHashSet<String>();
        for (var place : choices(district)) {
            for (var trade : choices(occupation)) {
                keys.add(Preferences.key(kind, place, trade));
            }
        }
        var who = query(where("keys").in(keys));
        who.fields().include("_id");
        return mongo.stream(who, org.bson.Document.class, mongo.getCollectionName(Preferences.class))
                .map(found -> found.getString("_id"));
    }

    private static Set<String> choices(@Nullable String value) {
        return value == null ? Set.of(Preferences.ANY) : Set.of(value, Preferences.ANY);
    }
}
