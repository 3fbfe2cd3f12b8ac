package cn.sanming.migrant.gateway.routing;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import cn.sanming.migrant.gateway.door.Paths;
import cn.sanming.migrant.platform.web.ProblemWriter;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// Builds one guarded route per area of the list in the configuration.
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    @Bean
    ProxyExchange serviceExchange(Routes routes, GatewayMvcProperties properties) {
        return new ServiceExchange(routes, properties);
    }

    @Bean
    ServiceHeaders.Inbound inboundHeaders() {
        return new ServiceHeaders.Inbound();
    }

    @Bean
    ServiceHeaders.Outbound outboundHeaders() {
        return new ServiceHeaders.Outbound();
    }

    @Bean
    CircuitBreakerRegistry serviceBreakers(Routes routes) {
        var circuit = routes.circuit();
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(circuit.window())
                .minimumNumberOfCalls(circuit.minimumCalls())
                .failureRateThreshold(circuit.failurePercent())
                .waitDurationInOpenState(circuit.openFor())
                .permittedNumberOfCallsInHalfOpenState(circuit.trialCalls())
                .build());
    }

    @Bean
    MeterBinder serviceBreakerMetrics(CircuitBreakerRegistry serviceBreakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(serviceBreakers);
    }

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            Routes routes, CircuitBreakerRegistry serviceBreakers, ProblemWriter answers) {
        var all = RouterFunctions.route();
        routes.routes().forEach((area, to) -> {
            var breaker = serviceBreakers.circuitBreaker(to.service());
            var guard =
                    new ServiceBreaker(breaker, to.service(), routes.circuit().openFor(), answers);
            all.add(route(area)
                    .route(path(Paths.API + area + "/**").or(pagesOf(area)), http())
                    .before(uri(to.uri()))
                    .filter(guard)
                    .build());
        });
        return all.build();
    }

    /// Pages to look at; only supervision has one.
    private static RequestPredicate pagesOf(String area) {
        return area.equals("supervision") ? path(Paths.BOARD).or(path(Paths.BOARD + "/**")) : _ -> false;
    }
}
