package cn.sanming.migrant.gateway.wechat.client;

import cn.sanming.migrant.gateway.wechat.WechatProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// The mini-program's own token (`POST /cgi-bin/stable_token`), kept until shortly before it expires. The stable
/// kind is the same for every instance that asks, so that two gateways do not take it from each other.
@Component
final class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final long EARLY_SECONDS = 120;

    private final WechatHttp http;
    private final WechatProperties properties;
    private @Nullable Held held;

    /// @param untilNanos on the machine's own monotonic clock
    private record Held(String token, long untilNanos) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reply(
            @Nullable String accessToken,
            long expiresIn,
            @Nullable Integer errcode) {}

    AccessTokens(WechatHttp http, WechatProperties properties) {
        this.http = http;
        this.properties = properties;
    }

    /// A token that is good now, or nothing while WeChat gives none.
    synchronized Optional<String> current() {
        if (held != null && System.nanoTime() - held.untilNanos() < 0) {
            return Optional.of(held.token());
        }
        held = null;
        return http.ask(Reply.class, wechat -> wechat.post()
                        .uri("/cgi-bin/stable_token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of(
                                "grant_type", "client_credential",
                                "appid", properties.appId(),
                                "secret", properties.appSecret())))
                .flatMap(this::kept);
    }

    private Optional<String> kept(Reply reply) {
        var token = reply.accessToken();
        if (token == null || token.isBlank()) {
            LOG.warn("WeChat gives no access token: {}", reply.errcode());
            return Optional.empty();
        }
        long seconds = Math.max(1, reply.expiresIn() - EARLY_SECONDS);
        held = new Held(token, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        return Optional.of(token);
    }

    /// WeChat did not believe this token: the next message asks for a new one.
    synchronized void forget(String token) {
        if (held != null && held.token().equals(token)) {
            held = null;
        }
    }
}
