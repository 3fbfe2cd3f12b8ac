package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The commands about collections and indexes.
final class CatalogueCommands {

    private static final int MOST_INDEXES = 64;

    private final StoreDatabase database;
    private final Cursors cursors;

    CatalogueCommands(StoreDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    private static Document ok() {
        return new Document("ok", 1.0);
    }

    Document create(Document command) {
        var name = StoreDatabase.collectionName(command, "create");
        if (database.collection(name) != null) {
            throw new MongoServerError(
                    48, "NamespaceExists", "Collection " + database.namespace(name) + " already exists.");
        }
        database.create(name);
        return ok();
    }

    Document drop(Document command) {
        var name = StoreDatabase.collectionName(command, "drop");
        var collection = database.collection(name);
        if (collection == null) {
            return ok();
        }
        var indexes = collection.indexes().size() + 1;
        database.drop(name);
        return new Document("nIndexesWas", indexes)
                .append("ns", database.namespace(name))
                .append("ok", 1.0);
    }

    Document dropDatabase() {
        List.copyOf(database.collections().keySet()).forEach(database::drop);
        return new Document("dropped", database.name()).append("ok", 1.0);
    }

    Document listCollections(Document command) {
        var filter = Filter.of(CommandFields.document(command, "filter"));
        var namesOnly = Types.isTrue(command.get("nameOnly"));
        var listed = new ArrayList<Document>();
        new TreeMap<>(database.collections()).forEach((name, _) -> {
            var entry = new Document("name", name).append("type", "collection");
            if (!namesOnly) {
                entry.append("options", new Document())
                        .append("info", new Document("readOnly", false))
                        .append("idIndex", IndexSpec.id().description());
            }
            if (filter.matches(entry)) {
                listed.add(entry);
            }
        });
        return cursors.first(database.namespace("$cmd.listCollections"), Batches.of(listed), null, true);
    }

    Document listIndexes(Document command) {
        var name = StoreDatabase.collectionName(command, "listIndexes");
        var collection = database.collection(name);
        if (collection == null) {
            throw Errors.noNamespace(database.namespace(name));
        }
        var listed = new ArrayList<Document>();
        listed.add(IndexSpec.id().description());
        collection.indexes().forEach(index -> listed.add(index.spec().description()));
        return cursors.first(database.namespace(name), Batches.of(listed), null, true);
    }

    Document createIndexes(Document command) {
        var name = StoreDatabase.collectionName(command, "createIndexes");
        if (!(command.get("indexes") instanceof List<?> given) || given.isEmpty()) {
            throw Errors.badValue("Must specify at least one index to create");
        }
        var specs = given.stream().map(IndexSpec::parse).toList();
        var known = database.collection(name);
        var collection = known != null ? known : database.create(name);
        var before = collection.indexes().size() + 1;
        var created = false;
        for (var spec : specs) {
            created |= !spec.isId() && create(name, collection, spec);
        }
        if (created) {
            database.describe(name, collection);
        }
        var answer = new Document("numIndexesBefore", before)
                .append("numIndexesAfter", collection.indexes().size() + 1)
                .append("createdCollectionAutomatically", known == null);
        if (!created) {
            answer.append("note", "all indexes already exist");
        }
        return answer.append("ok", 1.0);
    }

    /// @return whether it was not there yet
    private boolean create(String name, StoreCollection collection, IndexSpec spec) {
        var named = collection.indexes().stream()
                .filter(index -> index.spec().name().equals(spec.name()))
                .findFirst();
        if (named.isPresent()) {
            return !spec.isAlready(named.get().spec());
        }
        for (var there : collection.indexes()) {
            spec.isAlready(there.spec());
        }
        if (collection.indexes().size() + 1 >= MOST_INDEXES) {
            throw new MongoServerError(
                    67,
                    "CannotCreateIndex",
                    "add index fails, too many indexes for " + database.namespace(name) + " key:" + spec.directions());
        }
        var index = new KeyIndex(database.keysOf(name, spec.name()), spec);
        try {
            collection.addIndex(index);
        } catch (MongoServerError e) {
            index.drop();
            throw e;
        }
        return true;
    }

    Document dropIndexes(Document command) {
        var name = StoreDatabase.collectionName(command, "dropIndexes");
        var collection = database.collection(name);
        if (collection == null) {
            throw Errors.noNamespace(database.namespace(name));
        }
        var before = collection.indexes().size() + 1;
        var wanted = command.get("index");
        if (wanted instanceof List<?> names) {
            names.forEach(one -> dropIndex(collection, one));
        } else if ("*".equals(wanted)) {
            collection.indexes().forEach(collection::dropIndex);
        } else {
            dropIndex(collection, wanted);
        }
        database.describe(name, collection);
        return new Document("nIndexesWas", before).append("ok", 1.0);
    }

    private static void dropIndex(StoreCollection collection, @Nullable Object wanted) {
        if ("_id_".equals(wanted) || BsonOrder.equal(wanted, IndexSpec.id().key())) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        collection.dropIndex(index(collection, wanted));
    }

    private static KeyIndex index(StoreCollection collection, @Nullable Object wanted) {
        return collection.indexes().stream()
                .filter(index -> wanted instanceof String name
                        ? index.spec().name().equals(name)
                        : BsonOrder.equal(index.spec().key(), wanted))
                .findFirst()
                .orElseThrow(() -> new MongoServerError(
                        27,
                        "IndexNotFound",
                        wanted instanceof String name
                                ? "index not found with name [" + name + "]"
                                : "can't find index with key: " + wanted));
    }

    /// The only thing about an index that can be changed while it stands: how long documents live.
    Document collMod(Document command) {
        var name = StoreDatabase.collectionName(command, "collMod");
        var collection = database.collection(name);
        if (collection == null) {
            throw Errors.noNamespace(database.namespace(name));
        }
        if (!command.containsKey("index")) {
            return ok();
        }
        var change = CommandFields.document(command, "index");
        for (var field : change.keySet()) {
            if (!List.of("name", "keyPattern", "expireAfterSeconds").contains(field)) {
                throw Errors.notImplemented("collMod of an index's " + field);
            }
        }
        var index = index(collection, change.containsKey("name") ? change.get("name") : change.get("keyPattern"));
        if (!(change.get("expireAfterSeconds") instanceof Number seconds)) {
            throw new MongoServerError(72, "InvalidOptions", "no expireAfterSeconds or hidden field");
        }
        var old = index.spec().expireAfterSeconds();
        collection.exchange(index, index.as(index.spec().expiringAfter(seconds.longValue())));
        database.describe(name, collection);
        var answer = new Document();
        if (old != null) {
            answer.append("expireAfterSeconds_old", old);
        }
        return answer.append("expireAfterSeconds_new", seconds.longValue()).append("ok", 1.0);
    }

    Document stats(String name) {
        var collection = database.collection(name);
        var count = collection == null ? 0 : (int) collection.size();
        return new Document("ns", database.namespace(name))
                .append("count", count)
                .append("size", 0)
                .append(
                        "nindexes",
                        collection == null ? 0 : collection.indexes().size() + 1)
                .append("ok", 1.0);
    }

    Document databaseStats(long fileSize) {
        long objects = database.collections().values().stream()
                .mapToLong(StoreCollection::size)
                .sum();
        return new Document("db", database.name())
                .append("collections", database.collections().size())
                .append("objects", objects)
                .append("dataSize", 0.0)
                .append("storageSize", (double) fileSize)
                .append("ok", 1.0);
    }
}
