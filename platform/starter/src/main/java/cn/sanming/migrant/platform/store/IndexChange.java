package cn.sanming.migrant.platform.store;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/// A change to the definition of an index, as a migration: a store refuses an index that is declared otherwise than it
/// is there, and a service would wait for it for ever.
public sealed interface IndexChange extends Migration {

    /// How long documents live after the moment in a field; the index stays where it is.
    static Migration expiry(String name, String collection, String index, Duration lifetime) {
        return new Expiry(name, collection, index, lifetime);
    }

    /// Whatever else changes: the index goes, and the declared one is built when the migrations are done.
    static Migration dropping(String name, String collection, String index) {
        return new Dropping(name, collection, index);
    }

    record Expiry(String name, String collection, String index, Duration lifetime) implements IndexChange {
        @Override
        public void run(MongoTemplate mongo) {
            if (isThere(mongo, collection, index)) {
                mongo.executeCommand(new Document("collMod", collection)
                        .append(
                                "index",
                                new Document("name", index).append("expireAfterSeconds", lifetime.toSeconds())));
            }
        }
    }

    record Dropping(String name, String collection, String index) implements IndexChange {
        @Override
        public void run(MongoTemplate mongo) {
            if (isThere(mongo, collection, index)) {
                mongo.indexOps(collection).dropIndex(index);
            }
        }
    }

    private static boolean isThere(MongoTemplate mongo, String collection, String index) {
        return mongo.collectionExists(collection)
                && mongo.indexOps(collection).getIndexInfo().stream()
                        .anyMatch(info -> info.getName().equals(index));
    }

    /// The refusals of an index that is there already in another way, and what the store says about them.
    Map<Integer, String> REFUSALS =
            Map.of(85, "IndexOptionsConflict", 86, "IndexKeySpecsConflict", 197, "InvalidIndexSpecificationOption");

    static @Nullable String in(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException refused && REFUSALS.containsKey(refused.getCode())) {
                return REFUSALS.get(refused.getCode()) + ": " + refused.getMessage();
            }
        }
        return null;
    }
}
