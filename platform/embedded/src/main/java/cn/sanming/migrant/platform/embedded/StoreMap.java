package cn.sanming.migrant.platform.embedded;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// A sorted map of the store. Readers see one state of it from beginning to end; each change goes into the journal.
final class StoreMap {

    private final LogStructuredStore vault;
    private final MVMap<Object, Object> map;
    private final String name;

    StoreMap(LogStructuredStore vault, String name, MVMap<Object, Object> map) {
        this.vault = vault;
        this.name = name;
        this.map = map;
    }

    @Nullable
    Object get(Object key) {
        return map.get(key);
    }

    @Nullable
    Object put(Object key, Object value) {
        vault.recordPut(name, key, value);
        return map.put(key, value);
    }

    @Nullable
    Object remove(Object key) {
        vault.recordRemove(name, key);
        return map.remove(key);
    }

    long size() {
        return map.sizeAsLong();
    }

    Stream<Object> values() {
        return map.values().stream();
    }

    Stream<Entry> entries() {
        return map.entrySet().stream().map(entry -> new Entry(entry.getKey(), entry.getValue()));
    }

    void drop() {
        vault.drop(name, map);
    }

    /// Keys and values from one list key to another, both included.
    Iterator<Entry> between(List<?> from, List<?> to, boolean descending) {
        var cursor = descending ? map.cursor(to, from, true) : map.cursor(from, to, false);
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

    record Entry(Object key, Object value) {}
}
