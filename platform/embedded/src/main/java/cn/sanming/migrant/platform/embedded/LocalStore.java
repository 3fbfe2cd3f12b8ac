package cn.sanming.migrant.platform.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A document store that speaks MongoDB's wire protocol, inside this process, on the loop-back address only.
///
/// Started on a file, it answers a write only when the write would survive a `kill -9`; a power cut can cost the
/// last tenth of a second, as with a stand-alone MongoDB. One process per file. Indexes are real, unique and not.
///
/// What works is in `LocalStoreWritingTest`, `LocalStoreReadingTest` and `LocalStoreIndexTest`, what does not in
/// `LocalStoreLimitsTest`. For a quiet console set the logger `de.bwaldvogel.mongo` to `ERROR`.
public final class LocalStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);

    private static final Upkeep USUAL = new Upkeep(8L << 20, 100);

    /// A long scan keeps one of them busy, and with it the connections that share it.
    private static final int WORKERS = 16;

    private final MongoServer server;
    private final InetSocketAddress address;
    private final ScheduledExecutorService tending;

    /// @param checkpointAt how long the journal may grow, in bytes
    record Upkeep(long checkpointAt, long everyMillis) {}

    private LocalStore(LogStructuredStore store, int port, Upkeep upkeep, @Nullable ServerCertificate certificate) {
        this.server = new MongoServer(new StoreBackend(store));
        if (certificate != null) {
            server.enableSsl(certificate.key(), null, certificate.chain().toArray(X509Certificate[]::new));
        }
        this.address = bind(server, port);
        this.tending = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("local-store").factory());
        tending.scheduleWithFixedDelay(
                () -> tend(store), upkeep.everyMillis, upkeep.everyMillis, TimeUnit.MILLISECONDS);
    }

    private static InetSocketAddress bind(MongoServer server, int port) {
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
            return server.getLocalAddress();
        } catch (Exception e) {
            // a taken port arrives as a checked exception that nobody declares
            server.shutdownNow();
            throw new IllegalStateException("no store on port " + port + ": " + e.getMessage(), e);
        }
    }

    /// @param port the port to listen on, 0 for any free one
    public static LocalStore inMemory(int port) {
        return new LocalStore(LogStructuredStore.inMemory(), port, USUAL, null);
    }

    /// Opens the file, which is made if it is not there; beside it lies its journal.
    ///
    /// @param port the port to listen on, 0 for any free one
    public static LocalStore start(Path dataFile, int port) {
        return start(dataFile, port, USUAL);
    }

    /// The same behind TLS, as a store in production answers: clients must trust who certified it.
    public static LocalStore start(Path dataFile, int port, ServerCertificate certificate) {
        return new LocalStore(LogStructuredStore.open(dataFile, USUAL.checkpointAt), port, USUAL, certificate);
    }

    static LocalStore start(Path dataFile, int port, Upkeep upkeep) {
        return new LocalStore(LogStructuredStore.open(dataFile, upkeep.checkpointAt), port, upkeep, null);
    }

    /// `mongodb://127.0.0.1:port`, without a database name.
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port();
    }

    public int port() {
        return address.getPort();
    }

    /// Lets commands in progress end, hangs up, and leaves everything in the file.
    @Override
    public void close() {
        tending.close();
        server.shutdownNow();
    }

    private static void tend(LogStructuredStore store) {
        try {
            store.tend();
        } catch (RuntimeException e) {
            LOG.error("the store cannot write any more", e);
            throw e;
        }
    }
}
