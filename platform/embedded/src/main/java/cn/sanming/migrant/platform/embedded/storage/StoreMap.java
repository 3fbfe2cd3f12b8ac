package cn.sanming.migrant.platform.embedded.storage;

import java.util.Iterator;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A sorted map of the store. Each change goes into the journal.
public final class StoreMap {

    private final LogStructuredStore vault;
    private final String name;
    private volatile MVMap<Object, Object> current;

    StoreMap(LogStructuredStore vault, String name) {
        this.vault = vault;
        this.name = name;
        this.current = vault.map(name);
    }

    /// The store may have been opened anew.
    private MVMap<Object, Object> map() {
        var map = current;
        if (map.getStore() != vault.store()) {
            map = vault.map(name);
            current = map;
        }
        return map;
    }

    @Nullable
    public Object get(Object key) {
        return map().get(key);
    }

    @Nullable
    public Object put(Object key, Object value) {
        var map = map();
        var before = map.get(key);
        vault.recordPut(name, key, value, before == null ? () -> map().remove(key) : () -> map().put(key, before));
        map.put(key, value);
        return before;
    }

    @Nullable
    public Object remove(Object key) {
        var map = map();
        var before = map.get(key);
        if (before != null) {
            vault.recordRemove(name, key, () -> map().put(key, before));
            map.remove(key);
        }
        return before;
    }

    public long size() {
        return map().sizeAsLong();
    }

    public void drop() {
        vault.drop(name, map());
    }

    /// A key from the middle of a stretch, at the given part of its length; nothing if it is too short to have one.
    @Nullable
    public Object within(@Nullable Object from, @Nullable Object to, double part) {
        var map = map();
        var first = from == null ? 0 : rank(map, from);
        var last = to == null ? map.sizeAsLong() : rank(map, to);
        return last - first < 2 ? null : map.getKey(first + 1 + (long) (part * (last - first - 1)));
    }

    private static long rank(MVMap<Object, Object> map, Object key) {
        var index = map.getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }

    /// Keys and values from one key to another, both included; `null` is the end of the map.
    public Iterator<Entry> between(@Nullable Object from, @Nullable Object to, boolean descending) {
        var cursor = descending ? map().cursor(to, from, true) : map().cursor(from, to, false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Entry next() {
                var key = cursor.next();
                return new Entry(key, cursor.getValue());
            }
        };
    }

    public record Entry(Object key, Object value) {}
}
