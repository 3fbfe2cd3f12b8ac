package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the commands of MongoDB's wire protocol; those that may change something go through the store.
final class StoreBackend extends AbstractMongoBackend {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);

    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "listcollections",
            "listindexes",
            "ping",
            "hello",
            "ismaster",
            "buildinfo",
            "serverstatus",
            "whatsmyuri",
            "connectionstatus",
            "hostinfo",
            "getlog",
            "getlasterror",
            "dbstats",
            "collstats",
            "validate",
            "endsessions");

    private final LogStructuredStore store;

    StoreBackend(LogStructuredStore store) {
        this.store = store;
        store.names().stream()
                .filter(name -> name.startsWith(StoreDatabase.DOCUMENTS))
                .map(name -> Utils.getDatabaseNameFromFullName(name.substring(StoreDatabase.DOCUMENTS.length())))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, store, getCursorRegistry());
    }

    /// As the server does it, except that a refused command is not logged together with its documents.
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerException e) {
            LOG.debug("refused: {}", e.getClass().getSimpleName());
            return refusal(e);
        }
    }

    private static Document refusal(MongoServerException e) {
        var refusal = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            refusal.append("code", error.getCode());
            refusal.putIfNotNull("codeName", error.getCodeName());
        }
        return refusal;
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return store.read(() -> super.handleQuery(query));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var name = command.toLowerCase(Locale.ROOT);
        if (name.equals("aggregate") && onlyReads(query)) {
            return store.read(() ->
                    PipelineStart.run(database, query, () -> super.handleCommand(channel, database, command, query)));
        }
        if (READS.contains(name)) {
            return store.read(() -> super.handleCommand(channel, database, command, query));
        }
        return store.write(() -> super.handleCommand(channel, database, command, query));
    }

    private static boolean onlyReads(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .noneMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
