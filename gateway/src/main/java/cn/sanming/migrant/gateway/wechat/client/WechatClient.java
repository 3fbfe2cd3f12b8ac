package cn.sanming.migrant.gateway.wechat.client;

import cn.sanming.migrant.gateway.wechat.Wechat;
import cn.sanming.migrant.gateway.wechat.WechatProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks `GET /sns/jscode2session`.
@Component
final class WechatClient implements Wechat {

    private final WechatHttp http;
    private final WechatProperties properties;

    WechatClient(WechatHttp http, WechatProperties properties) {
        this.http = http;
        this.properties = properties;
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
        return http.ask(Reply.class, wechat -> wechat.get().uri(uri -> uri.path("/sns/jscode2session")
                        .queryParam("appid", "{id}")
                        .queryParam("secret", "{secret}")
                        .queryParam("js_code", "{code}")
                        .queryParam("grant_type", "authorization_code")
                        .build(properties.appId(), properties.appSecret(), code)))
                .map(Reply::answer)
                .orElseGet(() -> new Answer.Unavailable("WECHAT_DOWN"));
    }
}
