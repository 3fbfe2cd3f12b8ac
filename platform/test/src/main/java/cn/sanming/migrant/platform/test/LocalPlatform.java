package cn.sanming.migrant.platform.test;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.embedded.LocalStore;
import cn.sanming.migrant.platform.embedded.documents.Jitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// One broker and one store per test process; every context gets a database of its own.
public final class LocalPlatform implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// Where a test wants the store to be, if not in this process: behind a proxy, for instance.
    public static final String STORE_URI = "test.store.uri";

    /// A store in this process is away only when the machine is busy; what waits for it is not what such a test is
    // about.
    static final Map<String, Object> PATIENCE = Map.of(
            "migrant.store.limits.answer", "20s",
            "migrant.store.limits.select", "10s",
            "migrant.store.limits.connect", "5s");

    private static final Logger LOG = LoggerFactory.getLogger(LocalPlatform.class);

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var elsewhere = context.getEnvironment().getProperty(STORE_URI);
        var name = context.getEnvironment().getProperty("spring.application.name", "service");
        if (elsewhere == null) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("patience", PATIENCE));
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "local-platform",
                        Map.of(
                                "spring.mongodb.uri",
                                elsewhere == null ? storeUri() : elsewhere,
                                "spring.mongodb.database",
                                name + "-" + UUID.randomUUID(),
                                "spring.kafka.bootstrap-servers",
                                Broker.BROKER.bootstrapServers(),
                                "migrant.security.field-key",
                                KEY,
                                "migrant.security.index-key",
                                KEY,
                                "migrant.security.pseudonym-key",
                                KEY,
                                "migrant.jobs.automatic",
                                "false")));
    }

    public static LocalBroker broker() {
        return Broker.BROKER;
    }

    /// The store of the tests: the one in this process, or where the environment has one (`MONGODB_URI`), that one.
    public static String storeUri() {
        var given = System.getenv("MONGODB_URI");
        return given == null || given.isBlank() ? Store.STORE.connectionString() : given;
    }

    private static final class Broker {
        static final LocalBroker BROKER = start();

        private static LocalBroker start() {
            try {
                var folder = Files.createTempDirectory("broker");
                var broker = LocalBroker.start(folder, 0);
                Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Store {
        static final LocalStore STORE = start();

        /// What MongoDB leaves open is decided at random. The property in the line repeats a run.
        private static LocalStore start() {
            var jitter = Jitter.forTests();
            LOG.info("the store decides what is left open by {}", jitter);
            return LocalStore.inMemory(0, jitter);
        }
    }
}
