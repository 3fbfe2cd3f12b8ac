package cn.sanming.migrant.gateway.wechat.client;

import cn.sanming.migrant.gateway.wechat.Wechat;
import cn.sanming.migrant.gateway.wechat.WechatProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks `GET /sns/jscode2session`. WeChat answers 200 with an `errcode` for everything that goes wrong, as
/// `text/plain`.
@Component
final class WechatClient implements Wechat {

    private static final Logger LOG = LoggerFactory.getLogger(WechatClient.class);

    private final RestClient http;
    private final JsonMapper json;
    private final WechatProperties properties;
    private final CircuitBreaker breaker;

    WechatClient(WechatProperties properties, JsonMapper json, CircuitBreakerRegistry breakers) {
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
        this.properties = properties;
        this.breaker = breakers.circuitBreaker("wechat");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reply(@Nullable String openid, @Nullable Integer errcode) {

        Answer answer() {
            if (openid != null && !openid.isBlank()) {
                return new Answer.Known(openid);
            }
            return switch (errcode == null ? -1 : errcode) {
                case 40029, 40163, 41008 -> new Answer.Refused(); // invalid, used, missing code
                case 40226 -> new Answer.Refused(); // account held back by WeChat as dangerous
                case 40013, 40125 -> new Answer.Unavailable("WECHAT_NOT_CONFIGURED"); // wrong app id or secret
                default -> new Answer.Unavailable("WECHAT_BUSY");
            };
        }
    }

    @Override
    public Answer session(String code) {
        if (properties.appId().isBlank()) {
            return new Answer.Unavailable("WECHAT_NOT_CONFIGURED");
        }
        try {
            return breaker.executeSupplier(() -> ask(code)).answer();
        } catch (CallNotPermittedException e) {
            return new Answer.Unavailable("WECHAT_DOWN");
        } catch (RestClientException | JacksonException e) {
            LOG.warn("WeChat did not answer: {}", e.getClass().getSimpleName());
            return new Answer.Unavailable("WECHAT_DOWN");
        }
    }

    private Reply ask(String code) {
        var text = http.get()
                .uri(uri -> uri.path("/sns/jscode2session")
                        .queryParam("appid", "{id}")
                        .queryParam("secret", "{secret}")
                        .queryParam("js_code", "{code}")
                        .queryParam("grant_type", "authorization_code")
                        .build(properties.appId(), properties.appSecret(), code))
                .retrieve()
                .body(String.class);
        return json.readValue(text == null ? "{}" : text, Reply.class);
    }
}
