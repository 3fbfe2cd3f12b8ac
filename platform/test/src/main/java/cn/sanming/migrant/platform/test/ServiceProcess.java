package cn.sanming.migrant.platform.test;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A department in a process of its own, to be killed. It believes the tokens of this test.
public final class ServiceProcess implements AutoCloseable {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final Process process;
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /// @param application the class with the service's `main`; everything else comes from this test's class path
    public static ServiceProcess start(Class<?> application, String mongo, String kafka) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                application.getName()));
        Map.of(
                        "server.port", Integer.toString(port),
                        "management.server.port", Integer.toString(managementPort),
                        "spring.mongodb.uri", mongo,
                        "spring.kafka.bootstrap-servers", kafka,
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri", JwksServer.address(),
                        "migrant.security.field-key", KEY,
                        "migrant.security.index-key", KEY,
                        "migrant.security.pseudonym-key", KEY,
                        "migrant.jobs.automatic", "false")
                .forEach((name, value) -> command.add("--" + name + "=" + value));
        LocalPlatform.PATIENCE.forEach((name, value) -> command.add("--" + name + "=" + value));
        var log = File.createTempFile("service", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var started = new ServiceProcess(process, port, managementPort);
        await("the service in its own process; its log: " + log)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> started.api()
                                .management()
                                .get("/actuator/health/readiness")
                                .status()
                        == 200);
        return started;
    }

    /// A department that is told everything by environment variables, as a container is, and nothing else.
    ///
    /// @param log where its console goes
    public static ServiceProcess told(Class<?> application, Map<String, String> variables, Path log)
            throws IOException {
        int port = freePort();
        int managementPort = freePort();
        var building = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        application.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        building.environment().clear();
        building.environment().putAll(variables);
        building.environment().put("SERVER_PORT", Integer.toString(port));
        building.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
        return new ServiceProcess(building.start(), port, managementPort);
    }

    /// Where the public keys of the test's tokens are.
    public static String jwks() {
        return JwksServer.address();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /// @return its exit code
    public int end(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience)) {
            process.destroyForcibly();
            throw new AssertionError("the service did not end within " + patience);
        }
        return process.exitValue();
    }

    public int managementPort() {
        return managementPort;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Api api() {
        return new Api(() -> "http://localhost:" + port, () -> "http://localhost:" + managementPort);
    }

    /// SIGKILL: no shutdown hook, no farewell.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// SIGTERM, as a cluster does it.
    public void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
