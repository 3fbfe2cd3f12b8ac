package cn.sanming.migrant.local.city;

import cn.sanming.migrant.platform.embedded.LocalBroker;
import cn.sanming.migrant.platform.reference.Dates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// Broker, store, clock and all rooms, started and stopped together.
public final class LocalCity implements AutoCloseable {

    /// What kind of city: where its data lies, where its ports begin, how many instances of each department, and
    /// where its clock begins on fresh data, and where its traces are written.
    public record Plan(
            Path data,
            int portBase,
            int instances,
            @Nullable Instant now,
            @Nullable Path traces) {}

    /// Before the first day of every story.
    private static final Instant START =
            ZonedDateTime.of(2024, 1, 2, 9, 0, 0, 0, Dates.ZONE).toInstant();

    private static final int PORTS_PER_CITY = 10;

    /// The management port of an instance stands this far above its own.
    static final int MANAGEMENT_ABOVE = 1000;

    private static final List<String> ORDER = List.of(
            "gateway",
            "job-service",
            "subsidy-service",
            "training-service",
            "housing-service",
            "wage-service",
            "legal-aid-service",
            "community-service",
            "supervision-service");

    private final LocalBroker broker;
    private final CityStore store;
    private final WechatStandIn wechat;
    private final CityClock clock;
    private final List<ServiceInstance> instances = new ArrayList<>();
    private final List<LoadBalancer> balancer = new ArrayList<>();
    private final Admin kafka;
    private @Nullable TraceLog traces;
    private final TimeMachine timeMachine;

    private LocalCity(LocalBroker broker, CityStore store, WechatStandIn wechat, CityClock clock, JourneyNote note) {
        this.broker = broker;
        this.store = store;
        this.wechat = wechat;
        this.clock = clock;
        this.kafka = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        this.timeMachine = new TimeMachine(clock, note, new Departments(instances, kafka));
    }

    public static LocalCity start(List<Path> jars, Plan plan, Consumer<String> progress)
            throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(plan.data());
        var broker = LocalBroker.start(plan.data().resolve("broker"), 0);
        progress.accept("broker   " + broker.bootstrapServers());
        var store = CityStore.start(plan.data().resolve("store.db"));
        progress.accept("store    " + store.shown());
        var begin = plan.now() == null ? START : plan.now();
        var wechat = WechatStandIn.start();
        progress.accept("wechat   " + wechat.address() + " (stand-in: codes demo-…, messages at /sent)");
        var city = new LocalCity(
                broker,
                store,
                wechat,
                CityClock.resumed(plan.data().resolve("clock"), begin),
                new JourneyNote(plan.data().resolve("journey")));
        if (plan.traces() != null) {
            city.traces = new TraceLog(plan.traces());
        }
        try {
            city.openRooms(jars, plan.portBase(), plan.instances(), progress);
            city.timeMachine
                    .resume()
                    .ifPresent(journey ->
                            progress.accept("clock    went on to " + journey.to() + " after it was cut short"));
            return city;
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException e) {
            city.close(); // half a city is none, and must not keep its process alive
            throw e;
        }
    }

    /// A single instance stands at the department's own port; several stand at ports above, behind a load balancer.
    private void openRooms(List<Path> jars, int portBase, int copies, Consumer<String> progress)
            throws IOException, InterruptedException, ExecutionException {
        var settings = settings(portBase);
        var opening = new ArrayList<Callable<ServiceInstance>>();
        for (var jar : jars) {
            int port = portBase + ORDER.indexOf(ServiceInstance.nameOf(jar));
            var ports = copies == 1
                    ? List.of(port)
                    : IntStream.rangeClosed(1, copies)
                            .mapToObj(instance -> port + instance * PORTS_PER_CITY)
                            .toList();
            if (copies > 1) {
                balancer.add(LoadBalancer.open(port, ports));
            }
            for (int own : ports) {
                opening.add(() -> {
                    var instance = ServiceInstance.open(jar, own, settings, this::furnish);
                    progress.accept("%-20s http://localhost:%d".formatted(instance.name(), instance.port()));
                    return instance;
                });
            }
        }
        // two at a time: more only wait for each other on a small machine
        try (var pool =
                Executors.newFixedThreadPool(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4))) {
            for (var instance : pool.invokeAll(opening)) {
                instances.add(instance.get());
            }
        }
        instances.sort(Comparator.comparing(instance -> ORDER.indexOf(instance.name())));
    }

    private void furnish(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("clock", (Clock) clock);
        if (traces != null) {
            context.getBeanFactory().registerSingleton("traceLog", traces);
        }
        if ("gateway".equals(context.getEnvironment().getProperty("spring.application.name"))) {
            context.getBeanFactory().registerSingleton("clockDoor", new ClockDoor(clock, timeMachine));
        }
    }

    private Map<String, Object> settings(int portBase) {
        var settings = new HashMap<String, Object>(LocalKeys.ALL);
        settings.put("spring.mongodb.uri", store.connectionString());
        // the store is in this process: it is slow only when the machine is, and then everything waits
        settings.put("migrant.store.limits.answer", "20s");
        settings.put("migrant.store.limits.select", "5s");
        settings.put("migrant.store.limits.connect", "5s");
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", gateway(portBase) + "/oauth2/jwks");
        settings.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", "");
        settings.put("migrant.gateway.identity.issuer", gateway(portBase));
        settings.put("migrant.jobs.automatic", "false");
        settings.put("migrant.traces.sampled", "1");
        settings.put("server.tomcat.threads.max", "50");
        settings.put("server.address", "127.0.0.1"); // fictional people, known keys: nobody else's business
        settings.put("management.server.address", "127.0.0.1");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        var services = Map.of(
                "jobs",
                1,
                "subsidies",
                2,
                "training",
                3,
                "housing",
                4,
                "wages",
                5,
                "legal-aid",
                6,
                "community",
                7,
                "supervision",
                8);
        services.forEach((area, offset) -> {
            var address = "http://localhost:" + (portBase + offset);
            settings.put("migrant.gateway.routes." + area + ".uri", address);
        });
        settings.put("migrant.gateway.wechat.address", wechat.address());
        settings.put("migrant.gateway.wechat.app-id", "local");
        settings.put("migrant.gateway.wechat.app-secret", "local");
        ORDER.forEach(service -> settings.put(
                "migrant.calls." + service + ".url", "http://localhost:" + (portBase + ORDER.indexOf(service))));
        settings.put("migrant.calls.token.url", gateway(portBase) + "/oauth2/token");
        settings.put("migrant.calls.token.client-secret", LocalKeys.CLIENT_SECRET);
        return settings;
    }

    public static String gateway(int portBase) {
        return "http://localhost:" + portBase;
    }

    public CityClock clock() {
        return clock;
    }

    @Override
    public void close() {
        clock.keep();
        // the door first, then all rooms at once: each takes its time to drain requests and events
        instances.stream().filter(instance -> instance.name().equals("gateway")).forEach(ServiceInstance::close);
        balancer.forEach(LoadBalancer::close);
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            instances.forEach(instance -> closing.submit(instance::close));
        }
        kafka.close();
        wechat.close();
        store.close();
        broker.close();
    }
}
