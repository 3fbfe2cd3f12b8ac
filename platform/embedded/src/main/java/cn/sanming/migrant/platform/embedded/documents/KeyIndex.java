package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import cn.sanming.migrant.platform.embedded.storage.EmptyArray;
import cn.sanming.migrant.platform.embedded.storage.StoreMap;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An index: keys of values that lead to the positions of documents. Where keys need not be unique each ends with the
/// position.
final class KeyIndex implements KeySource {

    /// Comes before all keys, once some document has arrays on the paths.
    private static final List<Object> MULTIKEY = List.of(MinKey.getInstance());

    private static final String NOTHING = "";

    private final StoreMap map;
    private final IndexSpec spec;
    private final @Nullable Filter partial;
    private volatile boolean multikey;

    KeyIndex(StoreMap map, IndexSpec spec) {
        this.map = map;
        this.spec = spec;
        this.partial = spec.partial() == null ? null : Filter.of(spec.partial());
        this.multikey = map.get(MULTIKEY) != null;
    }

    IndexSpec spec() {
        return spec;
    }

    /// The same keys under changed options.
    KeyIndex as(IndexSpec changed) {
        return new KeyIndex(map, changed);
    }

    /// The keys a document has here.
    Collection<List<Object>> keys(Document document) {
        if (partial != null && !partial.matches(document)) {
            return List.of();
        }
        List<List<@Nullable Object>> keys = List.of(List.of());
        var exists = false;
        var arrays = new HashSet<String>();
        for (var path : spec.paths()) {
            var found = Paths.keys(document, path);
            exists |= found.exists();
            if (found.array() != null) {
                arrays.add(found.array());
            }
            keys = extended(keys, found.values());
        }
        if (arrays.size() > 1) {
            throw new MongoServerError(
                    171,
                    "CannotIndexParallelArrays",
                    "cannot index parallel arrays [" + String.join("] [", arrays) + "]");
        }
        if (!exists && spec.sparse()) {
            return List.of();
        }
        var distinct = new TreeSet<List<Object>>(BsonOrder.ASCENDING);
        distinct.addAll(keys);
        return distinct;
    }

    private static List<List<@Nullable Object>> extended(
            List<List<@Nullable Object>> keys, List<@Nullable Object> values) {
        var longer = new ArrayList<List<@Nullable Object>>(keys.size() * values.size());
        for (var key : keys) {
            for (var value : values) {
                var next = new ArrayList<>(key);
                next.add(value);
                longer.add(next);
            }
        }
        return longer;
    }

    void check(Collection<List<Object>> keys, Object position, String namespace) {
        if (spec.unique()) {
            for (var key : keys) {
                var holder = map.get(key);
                if (holder != null && !BsonOrder.equal(holder, position)) {
                    throw DuplicateKey.of(namespace, spec, key);
                }
            }
        }
    }

    void add(Collection<List<Object>> keys, Object position) {
        if (!multikey && (keys.size() > 1 || keys.stream().anyMatch(key -> key.contains(EmptyArray.EMPTY_ARRAY)))) {
            map.put(MULTIKEY, MinKey.getInstance());
            multikey = true;
        }
        keys.forEach(key -> map.put(whole(key, position), spec.unique() ? position : NOTHING));
    }

    /// @param kept the keys that the document has from now on
    void remove(Collection<List<Object>> keys, Collection<List<Object>> kept, Object position) {
        var staying = new TreeSet<List<Object>>(BsonOrder.ASCENDING);
        staying.addAll(kept);
        keys.stream().filter(key -> !staying.contains(key)).forEach(key -> map.remove(whole(key, position)));
    }

    private List<Object> whole(List<Object> key, Object position) {
        if (spec.unique()) {
            return key;
        }
        var whole = new ArrayList<>(key);
        whole.add(position);
        return whole;
    }

    void drop() {
        map.drop();
    }

    @Override
    public List<String> paths() {
        return spec.paths();
    }

    @Override
    public boolean leavesOut() {
        return spec.sparse();
    }

    @Override
    public boolean isPartial() {
        return partial != null || spec.hidden();
    }

    @Override
    public boolean isMultikey() {
        return multikey;
    }

    @Override
    public boolean endsWithPosition() {
        return !spec.unique();
    }

    @Override
    public Iterator<StoreMap.Entry> between(@Nullable Object from, @Nullable Object to, boolean descending) {
        return map.between(from, to, descending);
    }

    @Override
    public @Nullable Object within(@Nullable Object from, @Nullable Object to, double part) {
        return map.within(from, to, part);
    }

    @Override
    public Object position(StoreMap.Entry entry) {
        return spec.unique() ? entry.value() : ((List<?>) entry.key()).getLast();
    }
}
