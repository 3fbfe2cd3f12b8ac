package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.StoreMap;
import de.bwaldvogel.mongo.bson.MaxKey;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The documents themselves, which lie in the order of `_id`.
record IdKeys(StoreMap documents) implements KeySource {

    @Override
    public List<String> paths() {
        return List.of("_id");
    }

    @Override
    public boolean leavesOut() {
        return false;
    }

    @Override
    public boolean isPartial() {
        return false;
    }

    @Override
    public boolean isMultikey() {
        return false;
    }

    @Override
    public boolean endsWithPosition() {
        return false;
    }

    @Override
    public Iterator<StoreMap.Entry> between(@Nullable Object from, @Nullable Object to, boolean descending) {
        return documents.between(first(from), first(to), descending);
    }

    @Override
    public @Nullable Object within(@Nullable Object from, @Nullable Object to, double part) {
        return documents.within(first(from), first(to), part);
    }

    /// The first value of a list; of keys that were met on the way, the key itself.
    private static @Nullable Object first(@Nullable Object bound) {
        if (!(bound instanceof List<?> list)) {
            return bound;
        }
        var value = list.isEmpty() ? null : list.getFirst();
        return value instanceof MaxKey ? null : value;
    }

    @Override
    public Object position(StoreMap.Entry entry) {
        return entry.key();
    }
}
