package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The first `$match` of the pipeline that is being run, so that its collection can use an index for it.
final class PipelineStart {

    private static final ScopedValue<PipelineStart> CURRENT = ScopedValue.newInstance();

    private final String collection;
    private @Nullable Document match;

    private PipelineStart(String collection, Document match) {
        this.collection = collection;
        this.match = match;
    }

    static <T> T run(String database, Document aggregate, Supplier<T> command) {
        if (aggregate.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document first
                && first.get("$match") instanceof Document match) {
            var start = new PipelineStart(database + "." + aggregate.get("aggregate"), match);
            return ScopedValue.where(CURRENT, start).call(command::get);
        }
        return command.get();
    }

    /// For the first one who asks: later readers of the same collection, as in `$lookup`, want all of it.
    static Optional<Document> takeFor(String collection) {
        if (!CURRENT.isBound() || !CURRENT.get().collection.equals(collection)) {
            return Optional.empty();
        }
        var start = CURRENT.get();
        var taken = Optional.ofNullable(start.match);
        start.match = null;
        return taken;
    }
}
