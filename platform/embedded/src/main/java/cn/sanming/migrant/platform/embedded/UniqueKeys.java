package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A unique index: each key leads to the position of its only document.
final class UniqueKeys extends AbstractUniqueIndex<Object> implements SearchableIndex {

    /// Comes before all keys, once some document has arrays or documents on the paths.
    private static final List<Object> LOOSE = List.of(MinKey.getInstance());

    private final StoreMap shelf;
    private volatile boolean loose;

    UniqueKeys(StoreMap shelf, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.shelf = shelf;
        this.loose = shelf.get(LOOSE) != null;
    }

    @Override
    public List<String> paths() {
        return keys();
    }

    @Override
    public boolean leavesOut() {
        return isSparse();
    }

    @Override
    public boolean loose() {
        return loose;
    }

    @Override
    public Iterable<Object> positions(List<Object> from, List<Object> to, boolean descending) {
        return () -> new Positions(shelf.between(from, to, descending), StoreMap.Entry::value);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        super.add(document, position, collection);
        if (!loose && keys().stream().anyMatch(path -> isLoose(document, path))) {
            shelf.put(LOOSE, Missing.getInstance());
            loose = true;
        }
    }

    private static boolean isLoose(Document document, String path) {
        var value = Utils.getSubdocumentValueCollectionAware(document, path);
        return value instanceof Collection<?> || value instanceof Document;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return shelf.remove(list(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return shelf.put(list(key), Missing.ofNullable(position)) == null;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return shelf.get(list(key));
    }

    private static List<Object> list(KeyValue key) {
        var values = new ArrayList<Object>(key.size());
        key.forEach(values::add);
        return values;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        throw new UnsupportedOperationException("positions are found by a Search");
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && other instanceof UniqueKeys unique
                && unique.keys().equals(keys());
    }

    @Override
    public long getCount() {
        return shelf.size() - (loose ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        shelf.drop();
    }
}
