package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.BsonOrder;
import cn.sanming.migrant.platform.embedded.storage.StoreMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A way through keys that can be interrupted and goes on where it stopped, in the keys as they are then.
final class Walk implements Positions {

    private final KeySource keys;
    private final List<Search.Stretch> stretches;
    private final boolean descending;
    private final @Nullable Set<Object> seen;
    private int at;
    private @Nullable Object last;
    private @Nullable Iterator<StoreMap.Entry> entries;

    Walk(KeySource keys, List<Search.Stretch> stretches, boolean descending) {
        this.keys = keys;
        this.stretches = stretches;
        this.descending = descending;
        this.seen = keys.isMultikey() ? new HashSet<>() : null;
    }

    @Override
    public void pause() {
        entries = null;
    }

    @Override
    public @Nullable Object next() {
        while (at < stretches.size()) {
            var stretch = stretches.get(at);
            if (entries == null) {
                entries = open(stretch);
            }
            while (entries.hasNext()) {
                var entry = entries.next();
                var again = last != null && BsonOrder.equal(entry.key(), last);
                if (again || stretch.withoutLast() && BsonOrder.equal(entry.key(), stretch.to())) {
                    continue;
                }
                last = entry.key();
                var position = keys.position(entry);
                if (seen == null || seen.add(position)) {
                    return position;
                }
            }
            at++;
            last = null;
            entries = null;
        }
        return null;
    }

    private Iterator<StoreMap.Entry> open(Search.Stretch stretch) {
        if (last == null) {
            return keys.between(stretch.from(), stretch.to(), descending);
        }
        return descending ? keys.between(stretch.from(), last, true) : keys.between(last, stretch.to(), false);
    }
}
