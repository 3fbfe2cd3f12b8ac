package cn.sanming.migrant.platform.test;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Remembers the shape of every query that a test issues, to hold it against the declared indexes: no query without
/// one.
public final class QueryShapes implements CommandListener {

    private final Set<Shape> seen = new ConcurrentSkipListSet<>();

    /// A collection and the fields a query filters by.
    record Shape(String collection, TreeSet<String> fields) implements Comparable<Shape> {
        @Override
        public int compareTo(Shape other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return collection + fields;
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        switch (event.getCommandName()) {
            case "find", "findAndModify", "count" ->
                note(event, command.get(event.getCommandName().equals("find") ? "filter" : "query"));
            case "update" -> each(command.getArray("updates", new BsonArray()), event);
            case "delete" -> each(command.getArray("deletes", new BsonArray()), event);
            case "aggregate" -> {
                var pipeline = command.getArray("pipeline", new BsonArray());
                var first = pipeline.isEmpty()
                        ? new BsonDocument()
                        : pipeline.get(0).asDocument();
                note(event, first.getOrDefault("$match", new BsonDocument()));
            }
            default -> {}
        }
    }

    private void each(BsonArray parts, CommandStartedEvent event) {
        parts.forEach(part -> note(event, part.asDocument().get("q")));
    }

    private void note(CommandStartedEvent event, BsonValue filter) {
        var collection = event.getCommand().getString(event.getCommandName()).getValue();
        var fields = new TreeSet<String>();
        if (filter instanceof BsonDocument document) {
            collect(document, fields);
        }
        seen.add(new Shape(collection, fields));
    }

    private static void collect(BsonDocument filter, Set<String> fields) {
        filter.forEach((name, value) -> {
            if (name.equals("$and") || name.equals("$or")) {
                value.asArray().forEach(part -> collect(part.asDocument(), fields));
            } else {
                fields.add(name);
            }
        });
    }

    /// The shapes that no index stands behind; lists that walk a whole collection by `_id` in pages are allowed.
    public Set<String> withoutIndex(MongoTemplate mongo) {
        var without = new TreeSet<String>();
        for (var shape : seen) {
            if (shape.fields().isEmpty() || shape.fields().contains("_id")) {
                continue;
            }
            boolean indexed = mongo.indexOps(shape.collection()).getIndexInfo().stream()
                    .anyMatch(index -> shape.fields()
                            .contains(index.getIndexFields().getFirst().getKey()));
            if (!indexed) {
                without.add(shape.toString());
            }
        }
        return without;
    }
}
