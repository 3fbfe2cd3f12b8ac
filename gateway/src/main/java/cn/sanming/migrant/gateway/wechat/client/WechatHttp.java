package cn.sanming.migrant.gateway.wechat.client;

import cn.sanming.migrant.gateway.wechat.WechatProperties;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One way to WeChat's servers for everything, with time limits and one breaker. WeChat answers 200 with an
/// `errcode` for everything that goes wrong, as `text/plain`.
@Component
final class WechatHttp {

    private static final Logger LOG = LoggerFactory.getLogger(WechatHttp.class);

    private final RestClient http;
    private final JsonMapper json;
    private final CircuitBreaker breaker;

    WechatHttp(WechatProperties properties, JsonMapper json, CircuitBreakerRegistry breakers) {
        var client = HttpClient.newBuilder()
                .connectTimeout(properties.connectLimit())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(properties.timeLimit());
        this.http = RestClient.builder()
                .baseUrl(properties.address().toString())
                .requestFactory(factory)
                .build();
        this.json = json;
        this.breaker = breakers.circuitBreaker("wechat");
    }

    /// WeChat's answer, or nothing when there is none.
    <T> Optional<T> ask(Class<T> type, Function<RestClient, RestClient.RequestHeadersSpec<?>> request) {
        try {
            return Optional.of(breaker.executeSupplier(() -> {
                var text = request.apply(http).retrieve().body(String.class);
                return json.readValue(text == null ? "{}" : text, type);
            }));
        } catch (CallNotPermittedException _) { // the breaker has said why
            return Optional.empty();
        } catch (RestClientException | JacksonException e) {
            LOG.warn("WeChat did not answer: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
