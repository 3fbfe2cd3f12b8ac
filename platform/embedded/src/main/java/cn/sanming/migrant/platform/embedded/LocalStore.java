package cn.sanming.migrant.platform.embedded;

import cn.sanming.migrant.platform.embedded.documents.Jitter;
import cn.sanming.migrant.platform.embedded.documents.StoreServer;
import cn.sanming.migrant.platform.embedded.storage.LogStructuredStore;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A document store that speaks MongoDB's wire protocol, inside this process, on the loop-back address only.
///
/// Started on a file, it answers a write only when the write would survive a `kill -9`; a power cut can cost the
/// last tenth of a second, as with a stand-alone MongoDB. One process per file. Indexes are real, unique and not.
/// A file that is not as it was written is refused at start, by name.
///
/// It understands what the product uses, in the way MongoDB 7 does, and refuses the rest.
public final class LocalStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);

    private static final Upkeep USUAL = new Upkeep(8L << 20, 100, 60_000);

    private final StoreServer server;
    private final ScheduledExecutorService tending;

    /// @param checkpointAt how long the journal may grow, in bytes
    /// @param sweepMillis how often documents are looked for whose time is over
    public record Upkeep(long checkpointAt, long everyMillis, long sweepMillis) {}

    private LocalStore(
            LogStructuredStore store, int port, Upkeep upkeep, Jitter jitter, @Nullable ServerCertificate certificate) {
        this.server = new StoreServer(store, jitter, port, certificate == null ? null : tls(certificate));
        this.tending = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("local-store").factory());
        tending.scheduleWithFixedDelay(
                () -> tend(store::tend), upkeep.everyMillis, upkeep.everyMillis, TimeUnit.MILLISECONDS);
        tending.scheduleWithFixedDelay(
                () -> tend(server::tend), upkeep.sweepMillis, upkeep.sweepMillis, TimeUnit.MILLISECONDS);
    }

    private static SslContext tls(ServerCertificate certificate) {
        try {
            return SslContextBuilder.forServer(
                            certificate.key(), certificate.chain().toArray(X509Certificate[]::new))
                    .build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("not a certificate for a server: " + e.getMessage(), e);
        }
    }

    /// @param port the port to listen on, 0 for any free one
    public static LocalStore inMemory(int port) {
        return inMemory(port, Jitter.none());
    }

    public static LocalStore inMemory(int port, Jitter jitter) {
        return new LocalStore(LogStructuredStore.inMemory(), port, USUAL, jitter, null);
    }

    /// Opens the file, which is made if it is not there; beside it lies its journal.
    ///
    /// @param port the port to listen on, 0 for any free one
    public static LocalStore start(Path dataFile, int port) {
        return start(dataFile, port, USUAL);
    }

    public static LocalStore start(Path dataFile, int port, Upkeep upkeep) {
        return new LocalStore(
                LogStructuredStore.open(dataFile, upkeep.checkpointAt), port, upkeep, Jitter.none(), null);
    }

    /// The same behind TLS, as a store in production answers: clients must trust who certified it.
    public static LocalStore start(Path dataFile, int port, ServerCertificate certificate) {
        return new LocalStore(
                LogStructuredStore.open(dataFile, USUAL.checkpointAt), port, USUAL, Jitter.none(), certificate);
    }

    /// `mongodb://127.0.0.1:port`, without a database name.
    public String connectionString() {
        return "mongodb://127.0.0.1:" + port();
    }

    public int port() {
        return server.port();
    }

    /// Lets commands in progress end, hangs up, and leaves everything in the file.
    @Override
    public void close() {
        tending.close();
        server.close();
    }

    private static void tend(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("the store could not be tended", e);
        }
    }
}
