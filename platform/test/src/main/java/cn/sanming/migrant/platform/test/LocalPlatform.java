package cn.sanming.migrant.platform.test;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.embedded.LocalStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
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
                                elsewhere == null ? Store.STORE.connectionString() : elsewhere,
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

    public static LocalStore store() {
        return Store.STORE;
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
        static final LocalStore STORE = LocalStore.inMemory(0);
    }
}
