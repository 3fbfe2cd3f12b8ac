package cn.sanming.migrant.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// A whole city in a process of its own, as a newcomer would start it; its data, log and console lie in one folder.
final class CityProcess {

    private static final int LOWEST_PORT = 10_000;
    private static final int HIGHEST_PORT = 31_000;
    private static final int PORTS = 30;
    private static final int MANAGEMENT = 1000;

    private CityProcess() {}

    /// A base with all ports free that two instances of every department need, below those the system gives to outgoing
    /// connections: a port of that range may be taken by anybody between this question and the city's start.
    static int portBase() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(CityProcess::isFree)
                        && IntStream.range(base + MANAGEMENT, base + MANAGEMENT + PORTS)
                                .allMatch(CityProcess::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var free = new ServerSocket(port)) {
            return free.getLocalPort() == port;
        } catch (IOException _) { // somebody has it
            return false;
        }
    }

    static Process start(Path folder, int portBase, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dcity.log=" + folder.resolve("city.log"),
                "-cp",
                Path.of("target", "classes") + ":" + Path.of("target", "city") + "/*",
                "cn.sanming.migrant.local.Main",
                "--data",
                folder.resolve("data").toString(),
                "--port-base",
                Integer.toString(portBase)));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("city.out").toFile())
                .start();
    }
}
