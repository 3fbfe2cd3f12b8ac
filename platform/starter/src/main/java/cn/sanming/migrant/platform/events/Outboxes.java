package cn.sanming.migrant.platform.events;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// All outboxes of a service, wherever their cases are stored.
final class Outboxes {

    static final String PENDING = "file.outbox.pending";

    private final MongoTemplate mongo;

    Outboxes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Takes acknowledged events off their outboxes: one bulk write per collection.
    void takeOff(Map<Relay.Parcel, List<String>> acknowledged) {
        var collections = new TreeSet<String>();
        acknowledged.keySet().forEach(parcel -> collections.add(parcel.collection()));
        for (var collection : collections) {
            var bulk = mongo.bulkOps(BulkMode.UNORDERED, collection);
            acknowledged.forEach((parcel, ids) -> {
                if (parcel.collection().equals(collection)) {
                    bulk.updateOne(
                            Query.query(Criteria.where("_id").is(parcel.caseId())),
                            new Update().pull(PENDING, new Document("_id", new Document("$in", ids))));
                }
            });
            bulk.execute();
        }
    }

    /// Hands over every case that owes events.
    void sweep(Consumer<Relay.Parcel> found) {
        for (var type : caseTypes()) {
            var collection = mongo.getCollectionName(type);
            var query = Query.query(Criteria.where(PENDING + "._id").exists(true));
            try (var cases = mongo.stream(query, type)) {
                cases.forEach(document -> {
                    var record = (OutboxOwner) document;
                    var pending = record.outbox().pending();
                    if (!pending.isEmpty()) {
                        found.accept(new Relay.Parcel(collection, record.id(), pending));
                    }
                });
            }
        }
    }

    Set<Class<?>> caseTypes() {
        var types = new LinkedHashSet<Class<?>>();
        for (var entity : mongo.getConverter().getMappingContext().getPersistentEntities()) {
            if (OutboxOwner.class.isAssignableFrom(entity.getType())
                    && !entity.getType().isInterface()) {
                types.add(entity.getType());
            }
        }
        return types;
    }
}
