package cn.sanming.migrant.platform.test;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Everything the product asks of a store: commands, their options, operators, stages and index options. What is not on
/// the list (`store-use.txt`, explained in `platform/README.md`) fails the tests that asked for it.
public final class StoreUse implements CommandListener, AfterAllCallback {

    private static final Set<String> SEEN_SO_FAR = new ConcurrentSkipListSet<>();

    /// What drivers and tests send by themselves.
    private static final Set<String> USUAL = Set.of(
            "$db",
            "lsid",
            "$clusterTime",
            "$readPreference",
            "txnNumber",
            "maxTimeMS",
            "comment",
            "readConcern",
            "writeConcern");

    private static final Set<String> OF_TESTS = Set.of("drop", "dropDatabase", "listCollections", "listDatabases");

    private final Set<String> seen;

    /// All that a test process asks for is one list.
    public StoreUse() {
        this(SEEN_SO_FAR);
    }

    StoreUse(Set<String> seen) {
        this.seen = seen;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (OF_TESTS.contains(event.getCommandName())) {
            return;
        }
        var name = event.getCommandName();
        event.getCommand().forEach((field, value) -> {
            if (!USUAL.contains(field)) {
                seen.add(field.equals(name) ? name : name + "." + field);
                inside(name, field, value);
            }
        });
    }

    private void inside(String command, String field, BsonValue value) {
        switch (command + "." + field) {
            case "createIndexes.indexes" ->
                value.asArray()
                        .forEach(index -> index.asDocument().keySet().forEach(option -> seen.add("index." + option)));
            case "update.updates", "delete.deletes" ->
                value.asArray().forEach(statement -> statement.asDocument().forEach((part, content) -> {
                    seen.add(command + "." + part);
                    operators(content);
                }));
            case "find.filter",
                    "find.projection",
                    "find.sort",
                    "count.query",
                    "findAndModify.query",
                    "findAndModify.update",
                    "distinct.query",
                    "aggregate.pipeline" -> operators(value);
            default -> {}
        }
    }

    private void operators(BsonValue value) {
        if (value instanceof BsonDocument document) {
            document.forEach((key, inner) -> {
                if (key.startsWith("$")) {
                    seen.add(key);
                }
                operators(inner);
            });
        } else if (value instanceof BsonArray array) {
            array.forEach(this::operators);
        }
    }

    /// The list, without its comments.
    static Set<String> listed() {
        try (var list = StoreUse.class.getResourceAsStream("/store-use.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var unlisted = new TreeSet<>(seen);
        unlisted.removeAll(listed());
        if (!unlisted.isEmpty()) {
            throw new AssertionError("the product asks the store for what store-use.txt does not list: " + unlisted);
        }
    }
}
