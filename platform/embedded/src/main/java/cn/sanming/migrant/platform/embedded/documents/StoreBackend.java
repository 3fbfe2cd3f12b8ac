package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.LogStructuredStore;
import cn.sanming.migrant.platform.embedded.storage.NoSpaceException;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers commands; those that may change something go through the store one by one.
final class StoreBackend {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);

    /// MongoDB 7.0, as a server without a replica set.
    private static final List<Integer> VERSION = List.of(7, 0, 0);

    private static final int WIRE_VERSION = 21;

    private static final Map<String, String> NAMES = Stream.of(
                    "find",
                    "getMore",
                    "killCursors",
                    "count",
                    "distinct",
                    "aggregate",
                    "insert",
                    "update",
                    "delete",
                    "findAndModify",
                    "create",
                    "drop",
                    "dropDatabase",
                    "createIndexes",
                    "dropIndexes",
                    "listIndexes",
                    "listCollections",
                    "collMod",
                    "listDatabases",
                    "hello",
                    "isMaster",
                    "ping",
                    "buildInfo",
                    "serverStatus",
                    "hostInfo",
                    "connectionStatus",
                    "whatsmyuri",
                    "getLog",
                    "getCmdLineOpts",
                    "getParameter",
                    "endSessions",
                    "collStats",
                    "dbStats")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    private final LogStructuredStore store;
    private final Cursors cursors;
    private final Upserts upserts;
    private final Jitter jitter;
    private final Map<String, StoreDatabase> databases = new ConcurrentHashMap<>();
    private final Instant started = Instant.now();

    StoreBackend(LogStructuredStore store, Jitter jitter) {
        this.store = store;
        this.jitter = jitter;
        this.cursors = new Cursors(jitter);
        this.upserts = new Upserts(jitter, store::standAside);
        store.whenUndone(databases::clear);
    }

    private StoreDatabase database(String name) {
        var known = databases.get(name);
        return known != null ? known : databases.computeIfAbsent(name, it -> new StoreDatabase(it, store, jitter));
    }

    /// The answer to a command, a refusal included. What a command says is never logged.
    Document answer(String database, Document command) {
        try {
            return run(database, command);
        } catch (MongoServerError e) {
            LOG.debug("refused: {}", e.getCodeName());
            return refusal(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            return refusal(8, "UnknownError", e.getMessageWithoutErrorCode());
        } catch (NoSpaceException e) {
            return refusal(14031, "OutOfDiskSpace", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a command failed", e);
            return refusal(8, "UnknownError", e.getClass().getSimpleName());
        }
    }

    private static Document refusal(int code, String codeName, String message) {
        return new Document("ok", 0.0)
                .append("errmsg", message)
                .append("code", code)
                .append("codeName", codeName);
    }

    private Document run(String database, Document command) {
        var given = command.keySet().iterator().next();
        var name = NAMES.get(given.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw new MongoServerError(59, "CommandNotFound", "no such command: '" + given + "'");
        }
        CommandFields.check(name, command);
        return switch (name) {
            case "hello" -> greeting(false);
            case "isMaster" -> greeting(true);
            case "ping", "endSessions" -> new Document("ok", 1.0);
            case "buildInfo" -> buildInfo();
            case "serverStatus" -> serverStatus();
            case "hostInfo" -> new Document("system", new Document("hostname", "localhost")).append("ok", 1.0);
            case "connectionStatus" ->
                new Document(
                                "authInfo",
                                new Document("authenticatedUsers", List.of())
                                        .append("authenticatedUserRoles", List.of()))
                        .append("ok", 1.0);
            case "whatsmyuri" -> new Document("you", "127.0.0.1:0").append("ok", 1.0);
            case "getLog" ->
                new Document("totalLinesWritten", 0).append("log", List.of()).append("ok", 1.0);
            case "getCmdLineOpts" ->
                new Document("argv", List.of()).append("parsed", new Document()).append("ok", 1.0);
            case "getParameter" -> throw new MongoServerError(72, "InvalidOptions", "no option found to get");
            case "listDatabases" -> listDatabases(command);
            case "killCursors" -> cursors.kill(command);
            case "aggregate" ->
                command.get("pipeline") instanceof List<?> stages && Pipeline.writes(stages)
                        ? store.write(() -> read(name, database, command))
                        : store.read(() -> read(name, database, command));
            case "insert",
                    "update",
                    "delete",
                    "findAndModify",
                    "create",
                    "drop",
                    "dropDatabase",
                    "createIndexes",
                    "dropIndexes",
                    "collMod" -> store.write(() -> write(name, database, command));
            default -> store.read(() -> read(name, database, command));
        };
    }

    private Document read(String name, String database, Document command) {
        var in = database(database);
        var reads = new Reads(in, cursors);
        var catalogue = new CatalogueCommands(in, cursors);
        return switch (name) {
            case "find" -> reads.find(command);
            case "getMore" -> cursors.more(database, command);
            case "count" -> reads.count(command);
            case "distinct" -> reads.distinct(command);
            case "aggregate" -> reads.aggregate(command);
            case "listCollections" -> catalogue.listCollections(command);
            case "listIndexes" -> catalogue.listIndexes(command);
            case "collStats" -> catalogue.stats(StoreDatabase.collectionName(command, name));
            case "dbStats" -> catalogue.databaseStats(store.fileSize());
            default -> throw new IllegalStateException("not a command that reads: " + name);
        };
    }

    private Document write(String name, String database, Document command) {
        var in = database(database);
        var writes = new Writes(in, upserts);
        var catalogue = new CatalogueCommands(in, cursors);
        return switch (name) {
            case "insert" -> writes.insert(command);
            case "update" -> writes.update(command);
            case "delete" -> writes.delete(command);
            case "findAndModify" -> writes.findAndModify(command);
            case "create" -> catalogue.create(command);
            case "drop" -> catalogue.drop(command);
            case "dropDatabase" -> catalogue.dropDatabase();
            case "createIndexes" -> catalogue.createIndexes(command);
            case "dropIndexes" -> catalogue.dropIndexes(command);
            case "collMod" -> catalogue.collMod(command);
            default -> throw new IllegalStateException("not a command that writes: " + name);
        };
    }

    private static Document greeting(boolean oldName) {
        return new Document(oldName ? "ismaster" : "isWritablePrimary", true)
                .append("helloOk", true)
                .append("maxBsonObjectSize", Sizes.LARGEST)
                .append("maxMessageSizeBytes", 48_000_000)
                .append("maxWriteBatchSize", 100_000)
                .append("localTime", Instant.ofEpochMilli(System.currentTimeMillis()))
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false)
                .append("ok", 1.0);
    }

    private static String version() {
        return VERSION.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static Document buildInfo() {
        var array = new ArrayList<Object>(VERSION);
        array.add(0);
        return new Document("version", version())
                .append("versionArray", array)
                .append("maxBsonObjectSize", Sizes.LARGEST)
                .append("ok", 1.0);
    }

    private Document serverStatus() {
        return new Document("version", version())
                .append("process", "java")
                .append("pid", ProcessHandle.current().pid())
                .append("uptime", (double) (Instant.now().getEpochSecond() - started.getEpochSecond()))
                .append("localTime", Instant.ofEpochMilli(System.currentTimeMillis()))
                .append("metrics", new Document("cursor", new Document("open", new Document("total", (long)
                        cursors.size()))))
                .append("ok", 1.0);
    }

    private Document listDatabases(Document command) {
        var filter = Filter.of(CommandFields.document(command, "filter"));
        var listed = store.read(() -> StoreDatabase.names(store)).stream()
                .map(name -> new Document("name", name).append("sizeOnDisk", 0L).append("empty", false))
                .filter(filter::matches)
                .toList();
        return new Document("databases", listed)
                .append("totalSize", store.fileSize())
                .append("ok", 1.0);
    }

    /// Deletes what has outlived its time and closes what was forgotten.
    void tend() {
        cursors.closeForgotten();
        for (var name : store.read(() -> StoreDatabase.names(store))) {
            TimeToLive.sweep(store, () -> database(name));
        }
    }

    void close() {
        store.close();
    }
}
