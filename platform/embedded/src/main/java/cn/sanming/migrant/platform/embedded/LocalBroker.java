package cn.sanming.migrant.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The real Kafka broker inside this process: one node that is broker and controller, on the loop-back address only.
///
/// What it was told survives a restart on the same folder, and it can come back on the same port, so "the broker is
/// down for a minute" can be played for real. A fault of the broker is logged and never ends the process. For a
/// quiet console set the loggers `kafka`, `org.apache.kafka` and `state.change.logger` to `ERROR`.
public final class LocalBroker implements AutoCloseable {

    private static final String CLIENTS = "CLIENTS";
    private static final String CONTROLLER = "CONTROLLER";
    private static final String INTERNAL = "INTERNAL";
    private static final int NODE = 1;
    private static final int BACKLOG = 50;

    private final int port;
    private final BrokerServer broker;
    private final ControllerServer controller;
    private boolean closed;

    /// Who may come in and whom they meet.
    private record Guard(@Nullable ServerCertificate certificate, Map<String, String> passwords) {
        private static final Guard NONE = new Guard(null, Map.of());
    }

    private LocalBroker(int port, BrokerServer broker, ControllerServer controller) {
        this.port = port;
        this.broker = broker;
        this.controller = controller;
    }

    /// Starts the broker on a folder, which is formatted if it is new, and returns when clients may connect.
    ///
    /// @param port the port for clients, 0 for any free one
    public static LocalBroker start(Path dataDir, int port) {
        return start(dataDir, port, Guard.NONE);
    }

    /// The same as a broker in production: TLS, and only for those who know a password (SCRAM-SHA-512). The users
    /// are those of the first start of the folder.
    public static LocalBroker start(
            Path dataDir, int port, ServerCertificate certificate, Map<String, String> passwords) {
        return start(dataDir, port, new Guard(certificate, passwords));
    }

    private static LocalBroker start(Path dataDir, int port, Guard guard) {
        var doors = new ConcurrentHashMap<String, ServerSocketChannel>();
        try {
            doors.put(CLIENTS, open(port));
            doors.put(CONTROLLER, open(0));
            var clientPort = portOf(doors.get(CLIENTS));
            var settings = settings(dataDir, clientPort, portOf(doors.get(CONTROLLER)));
            if (guard.certificate() != null) {
                doors.put(INTERNAL, open(0));
                settings.putAll(guarded(guard.certificate(), settings, portOf(doors.get(INTERNAL))));
            }
            var config = new KafkaConfig(settings, false);
            format(dataDir, guard);
            return start(config, clientPort, doors);
        } catch (IOException e) {
            doors.values().forEach(LocalBroker::shut);
            throw new UncheckedIOException("no broker on port " + port + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            doors.values().forEach(LocalBroker::shut);
            throw e;
        }
    }

    private static LocalBroker start(KafkaConfig config, int port, Map<String, ServerSocketChannel> doors) {
        var folders = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(LocalBroker.class), "");
        var shared = new SharedServer(
                config,
                folders._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, folders._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(Map.of(NODE, addressOf(doors.get(CONTROLLER)))),
                List.of(),
                (name, fatal, action) -> new LoggingFaultHandler(name, action),
                (listener, address, backlog, buffer) -> {
                    var door = doors.remove(listener);
                    return door != null ? door : bind(address, backlog);
                });
        var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
        var broker = new BrokerServer(shared);
        var started = new LocalBroker(port, broker, controller);
        try {
            controller.startup();
            broker.startup();
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return started;
    }

    /// `host:port` for clients of this broker.
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /// Leaves in good order: everything accepted is on disk, and the port is free again.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    private static void format(Path dataDir, Guard guard) throws IOException {
        if (Files.exists(dataDir.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(dataDir);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName(CONTROLLER)
                    .addDirectory(dataDir.toString())
                    .setMetadataLogDirectory(dataDir.toString())
                    .setScramArguments(guard.passwords().entrySet().stream()
                            .map(user ->
                                    "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user.getKey(), user.getValue()))
                            .toList())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + dataDir, e);
        }
    }

    private static Properties settings(Path dataDir, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                CLIENTS,
                "listeners",
                CLIENTS + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                CLIENTS + "://127.0.0.1:" + port,
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "log.dirs",
                dataDir.toString()));
        // one node, one copy
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "num.partitions", "2",
                "auto.create.topics.enable", "true"));
        // few threads and small buffers
        settings.putAll(Map.of(
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.cleaner.io.buffer.size", "65536",
                "log.index.size.max.bytes", "1048576"));
        // quick to come, quick to go, quick to come back after a crash
        settings.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "broker.heartbeat.interval.ms", "500",
                "broker.session.timeout.ms", "3000"));
        return settings;
    }

    /// Clients come by TLS and SCRAM; the broker speaks to itself by a door of its own.
    private static Map<String, String> guarded(ServerCertificate certificate, Properties plain, int internalPort) {
        var internal = INTERNAL + "://127.0.0.1:" + internalPort;
        return Map.of(
                "listeners",
                plain.getProperty("listeners") + "," + internal,
                "advertised.listeners",
                plain.getProperty("advertised.listeners") + "," + internal,
                "inter.broker.listener.name",
                INTERNAL,
                "listener.security.protocol.map",
                CLIENTS + ":SASL_SSL," + CONTROLLER + ":PLAINTEXT," + INTERNAL + ":PLAINTEXT",
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.key",
                certificate.keyAsPem(),
                "ssl.keystore.certificate.chain",
                certificate.chainAsPem());
    }

    private static ServerSocketChannel open(int port) throws IOException {
        return bind(new InetSocketAddress("127.0.0.1", port), BACKLOG);
    }

    private static ServerSocketChannel bind(InetSocketAddress address, int backlog) throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            return channel.bind(address, backlog);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static InetSocketAddress addressOf(ServerSocketChannel door) {
        return new InetSocketAddress("127.0.0.1", portOf(door));
    }

    private static int portOf(ServerSocketChannel door) {
        return door.socket().getLocalPort();
    }

    private static void shut(ServerSocketChannel door) {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
