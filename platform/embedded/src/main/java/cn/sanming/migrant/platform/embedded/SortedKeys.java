package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An ordinary index, whose keys need not be unique: each key ends with the position of its document.
final class SortedKeys extends Index<Object> implements SearchableIndex {

    /// Comes before all keys, once some document has arrays or documents on the paths.
    private static final List<Object> LOOSE = List.of(MinKey.getInstance());

    private static final String NOTHING = "";

    private final StoreMap map;
    private final boolean leavesOut;
    private volatile boolean loose;

    SortedKeys(StoreMap map, String name, List<IndexKey> keys, boolean sparse) {
        // to the collection every ordinary index is a sparse one: it need not know each document
        super(name, keys, true);
        this.map = map;
        this.leavesOut = sparse;
        this.loose = map.get(LOOSE) != null;
    }

    @Override
    public List<String> paths() {
        return keys();
    }

    @Override
    public boolean leavesOut() {
        return leavesOut;
    }

    @Override
    public boolean loose() {
        return loose;
    }

    @Override
    public Iterable<Object> positions(List<Object> from, List<Object> to, boolean descending) {
        return () -> new Positions(map.between(from, to, descending), entry -> ((List<?>) entry.key()).getLast());
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        for (var key : keysOf(document, position)) {
            map.put(key, NOTHING);
        }
    }

    @Override
    public @Nullable Object remove(Document document) {
        for (var key : keysOf(document, Missing.ofNullable(document.get("_id")))) {
            map.remove(key);
        }
        return null;
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        var before = keysOf(oldDocument, position);
        var after = keysOf(newDocument, position);
        for (var key : before) {
            if (!after.contains(key)) {
                map.remove(key);
            }
        }
        for (var key : after) {
            if (!before.contains(key)) {
                map.put(key, NOTHING);
            }
        }
    }

    private Set<List<Object>> keysOf(Document document, Object position) {
        var keys = new LinkedHashSet<List<Object>>();
        keys.add(List.of());
        var absent = true;
        for (var path : keys()) {
            var found = Utils.getSubdocumentValueCollectionAware(document, path);
            absent &= found instanceof Missing || found instanceof Collection<?> all && isVoid(all);
            var values = new LinkedHashSet<@Nullable Object>();
            flatten(found, values);
            if (found instanceof Collection<?> || found instanceof Document) {
                loosen();
            }
            var longer = new LinkedHashSet<List<Object>>();
            for (var key : keys) {
                for (var value : values) {
                    var next = new ArrayList<>(key);
                    next.add(value);
                    longer.add(next);
                }
            }
            keys = longer;
        }
        if (absent && leavesOut) {
            return Set.of();
        }
        keys.forEach(key -> key.add(position));
        return keys;
    }

    private static boolean isVoid(Collection<?> values) {
        return values.stream().allMatch(value -> value instanceof Missing);
    }

    private static void flatten(@Nullable Object found, Set<@Nullable Object> values) {
        if (found instanceof Collection<?> many && !many.isEmpty()) {
            many.forEach(one -> flatten(one, values));
        } else {
            values.add(
                    BsonValues.isScalar(found)
                            ? new KeyValue(found).normalized().get(0)
                            : null);
        }
    }

    private void loosen() {
        if (!loose) {
            map.put(LOOSE, NOTHING);
            loose = true;
        }
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof SortedKeys sorted
                && sorted.leavesOut == leavesOut
                && sorted.keys().equals(keys());
    }

    @Override
    public Document toIndexDescription() {
        var description = super.toIndexDescription();
        if (!leavesOut) {
            description.remove("sparse");
        }
        return description;
    }

    @Override
    public long getCount() {
        return map.size() - (loose ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // any key may come again
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        // any key may come again
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("positions are found by a Search");
    }

    @Override
    public void drop() {
        map.drop();
    }
}
