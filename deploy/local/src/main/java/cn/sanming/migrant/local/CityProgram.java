package cn.sanming.migrant.local;

import cn.sanming.migrant.local.city.LocalCity;
import cn.sanming.migrant.local.stories.Demo;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// What happens between the command and ctrl-C: start with progress, say what is where, play a story, stop cleanly.
public final class CityProgram {

    private CityProgram() {}

    public static void run(List<Path> rooms, String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = Options.of(arguments);
        } catch (RuntimeException e) {
            out.println("not understood: " + e.getMessage());
            System.exit(2);
            return;
        }
        if (options.fresh()) {
            wipe(options.data());
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var begun = Instant.now();
        out.println("Starting the city (data in " + options.data().toAbsolutePath() + ") ...");
        var city = LocalCity.start(
                rooms,
                new LocalCity.Plan(
                        options.data(), options.portBase(), options.instances(), options.now(), options.traces()),
                line -> out.println("  up after %4.1f s  %s"
                        .formatted(Duration.between(begun, Instant.now()).toMillis() / 1000.0, line)));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            out.println("Stopping the city ...");
            city.close();
            out.println("Stopped. The data stays; --fresh wipes it.");
            stopped.countDown();
        }));
        new Greeting(out, options.portBase()).say(city, Duration.between(begun, Instant.now()));
        boolean told = true;
        if (options.story() != null) {
            told = new Demo(out, LocalCity.gateway(options.portBase())).play(options.story());
        }
        if (options.bench()) {
            new Bench(out, LocalCity.gateway(options.portBase())).run();
        }
        if (options.stay()) {
            stopped.await();
        } else {
            System.exit(told ? 0 : 1);
        }
    }

    private static void wipe(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        if (!Files.exists(data.resolve("clock")) && !Files.exists(data.resolve("broker"))) {
            throw new IOException(data + " does not look like the data of a city; not wiped");
        }
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
