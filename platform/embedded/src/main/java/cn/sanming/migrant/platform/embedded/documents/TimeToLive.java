package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.LogStructuredStore;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// Deletes the documents whose time is over, by the clock of the machine, as indexes with `expireAfterSeconds` say.
final class TimeToLive {

    private static final int AT_ONCE = 1000;

    private TimeToLive() {}

    static void sweep(LogStructuredStore store, Supplier<StoreDatabase> database) {
        for (var collection : List.copyOf(database.get().collections().values())) {
            for (var index : collection.indexes()) {
                var seconds = index.spec().expireAfterSeconds();
                if (seconds != null) {
                    var over = new Document(
                            index.paths().getFirst(),
                            new Document("$lt", Instant.now().minusSeconds(seconds)));
                    while (delete(store, collection, over) == AT_ONCE) {
                        // others have their turn in between
                    }
                }
            }
        }
    }

    private static int delete(LogStructuredStore store, StoreCollection collection, Document over) {
        var found = store.read(() -> collection.positions(over, Filter.of(over), null, AT_ONCE));
        if (!found.isEmpty()) {
            store.write(() -> {
                for (var position : found) {
                    var stored = collection.stored(position);
                    if (stored != null && Filter.of(over).matches(collection.read(stored))) {
                        collection.delete(position, collection.read(stored));
                    }
                }
                return true;
            });
        }
        return found.size();
    }
}
