package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;

/// A database whose collections and indexes lie in the store, each on a map of its own.
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    static final String DOCUMENTS = "documents ";
    private static final String KEYS = "keys ";

    private final LogStructuredStore store;

    StoreDatabase(String name, LogStructuredStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        var shelf = store.shelf(DOCUMENTS + getFullCollectionNamespace(collection));
        return new StoreCollection(this, collection, options, cursorRegistry, shelf);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new UniqueKeys(keysOf(collection, index), index, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new SortedKeys(keysOf(collection, index), index, keys, sparse);
    }

    private StoreMap keysOf(String collection, String index) {
        return store.shelf(KEYS + getFullCollectionNamespace(collection) + " " + index);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(59, "CommandNotFound", "renameCollection is not supported by the embedded store");
    }

    @Override
    protected long getStorageSize() {
        return store.fileSize();
    }

    @Override
    protected long getFileSize() {
        return store.fileSize();
    }
}
