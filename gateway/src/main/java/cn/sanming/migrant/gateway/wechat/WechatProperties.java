package cn.sanming.migrant.gateway.wechat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The city's WeChat mini-program (小程序). Without an app id nobody can come in by WeChat, and the door says so.
///
/// @param edition which edition of the mini-program a message opens: `formal`, `trial` or `developer`
/// @param roles what a worker known by name may act as
@ConfigurationProperties("migrant.gateway.wechat")
public record WechatProperties(
        @DefaultValue("https://api.weixin.qq.com") URI address,
        @DefaultValue("") String appId,
        @DefaultValue("") String appSecret,
        @DefaultValue("2s") Duration connectLimit,
        @DefaultValue("5s") Duration timeLimit,
        @DefaultValue("formal") String edition,
        @DefaultValue({"WORKER", "GUARDIAN", "APPLICANT"}) List<String> roles) {

    @Override
    public String toString() {
        return "mini-program " + appId + " at " + address;
    }
}
