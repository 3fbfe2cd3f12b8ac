package cn.sanming.migrant.local.city;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/// One department in a class loader of its own, on a port of its own.
final class ServiceInstance implements AutoCloseable {

    private static final Map<String, String> APPLICATIONS = Map.of(
            "gateway", "gateway.GatewayApplication",
            "job-service", "job.JobServiceApplication",
            "subsidy-service", "subsidy.SubsidyServiceApplication",
            "training-service", "training.TrainingServiceApplication",
            "housing-service", "housing.HousingServiceApplication",
            "wage-service", "wage.WageServiceApplication",
            "legal-aid-service", "legalaid.LegalAidServiceApplication",
            "community-service", "community.CommunityServiceApplication",
            "supervision-service", "supervision.SupervisionServiceApplication");

    private final String name;
    private final int port;
    private final ConfigurableApplicationContext context;

    private ServiceInstance(String name, int port, ConfigurableApplicationContext context) {
        this.name = name;
        this.port = port;
        this.context = context;
    }

    static String nameOf(Path jar) {
        return jar.getFileName().toString().replaceAll("-[0-9].*", "");
    }

    static ServiceInstance open(
            Path jar,
            int port,
            Map<String, Object> settings,
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer)
            throws IOException, ClassNotFoundException {
        var name = nameOf(jar);
        var shared = ServiceInstance.class.getClassLoader();
        var loader = new URLClassLoader(name, new URL[] {jar.toUri().toURL()}, shared);
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            var application = loader.loadClass("cn.sanming.migrant." + APPLICATIONS.get(name));
            var properties = new HashMap<>(settings);
            properties.put("server.port", port);
            properties.put("management.server.port", port + LocalCity.MANAGEMENT_ABOVE);
            SpringApplication spring = new SpringApplicationBuilder(application)
                    .profiles("local")
                    .initializers(initializer, context -> context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("city", properties)))
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .build();
            spring.setResourceLoader(new DefaultResourceLoader(loader));
            return new ServiceInstance(name, port, spring.run());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
