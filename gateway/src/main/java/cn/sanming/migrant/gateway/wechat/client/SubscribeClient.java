package cn.sanming.migrant.gateway.wechat.client;

import cn.sanming.migrant.gateway.wechat.SubscribeMessages;
import cn.sanming.migrant.gateway.wechat.WechatPost.Delivery;
import cn.sanming.migrant.gateway.wechat.WechatPost.Letter;
import cn.sanming.migrant.gateway.wechat.WechatProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Sends by `POST /cgi-bin/message/subscribe/send`, with a new access token once when the old one is not believed.
@Component
final class SubscribeClient implements SubscribeMessages {

    private final WechatHttp http;
    private final AccessTokens tokens;
    private final WechatProperties properties;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reply(@Nullable Integer errcode) {

        int code() {
            return errcode == null ? -1 : errcode;
        }

        boolean disbelieved() {
            return code() == 40001 || code() == 40014 || code() == 42001;
        }

        Delivery delivery() {
            return switch (code()) {
                case 0 -> new Delivery.Sent();
                case 43101 -> new Delivery.NoConsent();
                case -1, 45009, 45011, 40001, 40014, 42001, 43108 -> new Delivery.Later("WECHAT_" + code());
                default -> new Delivery.Faulty("WECHAT_" + code());
            };
        }
    }

    SubscribeClient(WechatHttp http, AccessTokens tokens, WechatProperties properties) {
        this.http = http;
        this.tokens = tokens;
        this.properties = properties;
    }

    @Override
    public Delivery send(String openid, Letter letter) {
        if (properties.appId().isBlank()) {
            return new Delivery.Later("WECHAT_NOT_CONFIGURED");
        }
        var first = tokens.current();
        if (first.isEmpty()) {
            return new Delivery.Later("WECHAT_NO_TOKEN");
        }
        var reply = send(first.get(), openid, letter);
        if (reply != null && reply.disbelieved()) {
            tokens.forget(first.get());
            var second = tokens.current();
            reply = second.isEmpty() ? null : send(second.get(), openid, letter);
        }
        return reply == null ? new Delivery.Later("WECHAT_DOWN") : reply.delivery();
    }

    private @Nullable Reply send(String token, String openid, Letter letter) {
        var values = new LinkedHashMap<String, Map<String, String>>();
        letter.values().forEach((key, value) -> values.put(key, Map.of("value", value)));
        return http.ask(Reply.class, wechat -> wechat.post()
                        .uri(uri -> uri.path("/cgi-bin/message/subscribe/send")
                                .queryParam("access_token", "{token}")
                                .build(token))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of(
                                "touser",
                                openid,
                                "template_id",
                                letter.templateId(),
                                "page",
                                letter.page(),
                                "miniprogram_state",
                                properties.edition(),
                                "lang",
                                "zh_CN",
                                "data",
                                values)))
                .orElse(null);
    }
}
