package cn.sanming.migrant.gateway;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import cn.sanming.migrant.platform.test.LocalPlatform;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Stand-ins for what lies behind the door: the job service, all other services, WeChat; and a store of its own.
public final class BackEnds implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final WireMockServer JOBS = started();
    public static final WireMockServer OTHERS = started();
    public static final WireMockServer WECHAT = started();

    private static final String OF_THE_TEST = "Inlined Test Properties";

    private static WireMockServer started() {
        var server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }

    public static void forgetAll() {
        List.of(JOBS, OTHERS, WECHAT).forEach(WireMockServer::resetAll);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> where = new HashMap<>();
        for (var area : List.of("subsidies", "training", "housing", "wages", "legal-aid", "community", "supervision")) {
            where.put("migrant.gateway.routes." + area + ".uri", OTHERS.baseUrl());
        }
        where.put("migrant.gateway.routes.jobs.uri", JOBS.baseUrl());
        where.put("migrant.calls.community-service.url", OTHERS.baseUrl());
        where.put("migrant.gateway.wechat.address", WECHAT.baseUrl());
        where.put("migrant.gateway.wechat.app-id", "test-app");
        where.put("migrant.gateway.wechat.app-secret", "test-secret");
        where.put("spring.mongodb.uri", LocalPlatform.storeUri());
        where.put("spring.kafka.bootstrap-servers", LocalPlatform.broker().bootstrapServers());
        where.put("spring.mongodb.database", "gateway-" + UUID.randomUUID());
        var sources = context.getEnvironment().getPropertySources();
        var source = new MapPropertySource("back-ends", where);
        if (sources.contains(OF_THE_TEST)) { // what one test says goes before what is said for all
            sources.addAfter(OF_THE_TEST, source);
        } else {
            sources.addFirst(source);
        }
    }
}
