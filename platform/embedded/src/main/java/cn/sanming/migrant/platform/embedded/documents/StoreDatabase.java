package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonValues;
import cn.sanming.migrant.platform.embedded.storage.LogStructuredStore;
import cn.sanming.migrant.platform.embedded.storage.StoreMap;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A database: which collections it has, and which indexes they have. Both stand in the catalogue of the store.
final class StoreDatabase {

    private static final String CATALOGUE = "catalogue";
    private static final String DOCUMENTS = "documents ";
    private static final String KEYS = "keys ";
    private static final int LONGEST_NAMESPACE = 255;

    private final String name;
    private final LogStructuredStore store;
    private final StoreMap catalogue;
    private final Jitter jitter;
    private final Map<String, StoreCollection> collections = new ConcurrentHashMap<>();

    StoreDatabase(String name, LogStructuredStore store, Jitter jitter) {
        if (name.isEmpty() || name.length() > 63 || name.matches(".*[/\\\\. \"$\\x00].*")) {
            throw new MongoServerError(73, "InvalidNamespace", "Invalid database name: '" + name + "'");
        }
        this.name = name;
        this.store = store;
        this.jitter = jitter;
        this.catalogue = store.shelf(CATALOGUE);
        var prefix = name + ".";
        for (var entries = catalogue.between(prefix, null, false); entries.hasNext(); ) {
            var entry = entries.next();
            if (!((String) entry.key()).startsWith(prefix)) {
                break;
            }
            var collection = ((String) entry.key()).substring(prefix.length());
            collections.put(collection, open(collection, BsonValues.decode(entry.value())));
        }
    }

    /// The databases that have anything in them.
    static List<String> names(LogStructuredStore store) {
        var names = new ArrayList<String>();
        store.shelf(CATALOGUE).between(null, null, false).forEachRemaining(entry -> {
            var database = ((String) entry.key()).substring(0, ((String) entry.key()).indexOf('.'));
            if (!names.contains(database)) {
                names.add(database);
            }
        });
        return names;
    }

    private StoreCollection open(String collection, Document description) {
        var indexes = new ArrayList<KeyIndex>();
        ((List<?>) description.get("indexes")).forEach(one -> {
            var spec = IndexSpec.parse(one);
            indexes.add(new KeyIndex(keysOf(collection, spec.name()), spec));
        });
        return new StoreCollection(
                namespace(collection), store.shelf(DOCUMENTS + namespace(collection)), indexes, jitter);
    }

    StoreMap keysOf(String collection, String index) {
        return store.shelf(KEYS + namespace(collection) + " " + index);
    }

    String name() {
        return name;
    }

    String namespace(String collection) {
        return name + "." + collection;
    }

    Map<String, StoreCollection> collections() {
        return collections;
    }

    @Nullable
    StoreCollection collection(String collection) {
        return collections.get(collection);
    }

    StoreCollection collectionOrNew(String collection) {
        var known = collections.get(collection);
        return known != null ? known : create(collection);
    }

    StoreCollection create(String collection) {
        if (namespace(collection).length() > LONGEST_NAMESPACE) {
            throw new MongoServerError(
                    73, "InvalidNamespace", "Fully qualified namespace is too long: " + namespace(collection));
        }
        if (collection.startsWith("system.") || collection.contains("$")) {
            throw new MongoServerError(
                    73, "InvalidNamespace", "Invalid namespace specified '" + namespace(collection) + "'");
        }
        var description = new Document("indexes", List.of());
        catalogue.put(namespace(collection), BsonValues.encode(description));
        var created = open(collection, description);
        collections.put(collection, created);
        return created;
    }

    /// Writes down which indexes a collection has.
    void describe(String collection, StoreCollection indexed) {
        var indexes = indexed.indexes().stream()
                .map(index -> index.spec().description())
                .toList();
        catalogue.put(namespace(collection), BsonValues.encode(new Document("indexes", indexes)));
    }

    /// @return whether it was there
    boolean drop(String collection) {
        var dropped = collections.remove(collection);
        if (dropped == null) {
            return false;
        }
        dropped.drop();
        catalogue.remove(namespace(collection));
        return true;
    }

    static String collectionName(Document command, String field) {
        if (!(command.get(field) instanceof String collection)) {
            throw new MongoServerError(
                    73, "InvalidNamespace", "collection name has invalid type " + Types.name(command.get(field)));
        }
        if (collection.isEmpty()) {
            throw new MongoServerError(
                    73, "InvalidNamespace", "Invalid namespace specified '" + command.get("$db") + ".'");
        }
        return collection;
    }
}
