package cn.sanming.migrant.platform.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A query under way: each batch shows the documents as they are when it is asked for.
final class Finding implements Batches {

    private final StoreCollection collection;
    private final Positions positions;
    private final Filter filter;
    private final UnaryOperator<Document> projection;
    private long skip;
    private long left;
    private @Nullable Object held;
    private boolean exhausted;

    /// @param limit how many documents at most, 0 for all
    Finding(
            StoreCollection collection,
            Positions positions,
            Filter filter,
            UnaryOperator<Document> projection,
            long skip,
            long limit) {
        this.collection = collection;
        this.positions = positions;
        this.filter = filter;
        this.projection = projection;
        this.skip = skip;
        this.left = limit == 0 ? Long.MAX_VALUE : limit;
    }

    @Override
    public List<Document> next(int most) {
        var batch = new ArrayList<Document>();
        long size = 0;
        while (batch.size() < most && left > 0) {
            var position = held != null ? held : positions.next();
            held = null;
            if (position == null) {
                exhausted = true;
                break;
            }
            var stored = collection.stored(position);
            if (stored == null) {
                continue;
            }
            var document = collection.read(stored);
            if (!filter.matches(document)) {
                continue;
            }
            if (skip > 0) {
                skip--;
                continue;
            }
            size += stored.length;
            if (size > LARGEST && !batch.isEmpty()) {
                held = position;
                break;
            }
            batch.add(projection.apply(document));
            left--;
        }
        positions.pause();
        exhausted |= left == 0;
        return batch;
    }

    @Override
    public boolean isExhausted() {
        return exhausted;
    }
}
