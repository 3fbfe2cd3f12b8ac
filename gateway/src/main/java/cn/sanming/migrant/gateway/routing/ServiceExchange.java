package cn.sanming.migrant.gateway.routing;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerResponse;

/// The way to the services: one HTTP client on virtual threads, and for each time limit an exchange that keeps it.
/// The limit covers the whole answer, not only its first byte.
final class ServiceExchange implements ProxyExchange {

    private final Routes routes;
    private final GatewayMvcProperties properties;
    private final HttpClient http;
    private final Map<Duration, ProxyExchange> byLimit = new ConcurrentHashMap<>();

    ServiceExchange(Routes routes, GatewayMvcProperties properties) {
        this.routes = routes;
        this.properties = properties;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(routes.connectLimit())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Override
    public ServerResponse exchange(Request request) {
        var limit = routes.limitFor(request.getServerRequest().path());
        return byLimit.computeIfAbsent(limit, this::exchangeWithin).exchange(request);
    }

    private ProxyExchange exchangeWithin(Duration limit) {
        var factory = new JdkClientHttpRequestFactory(http, Executors.newVirtualThreadPerTaskExecutor());
        factory.setReadTimeout(limit);
        factory.enableCompression(false); // what a service has packed for the caller is not unpacked on the way
        return new RestClientProxyExchange(
                RestClient.builder().requestFactory(factory).build(), properties);
    }
}
