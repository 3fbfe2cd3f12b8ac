package cn.sanming.migrant.gateway.messages;

import static cn.sanming.migrant.gateway.BackEnds.WECHAT;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.LocalPlatform;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/// What the tests of messages share: a worker who is bound, a WeChat that answers, and boxes to look into.
abstract class MessageSteps {

    static final String MESSAGES = "/api/v1/messages";
    static final String SEND = "/cgi-bin/message/subscribe/send";
    static final Instant AT = Instant.parse("2024-04-15T01:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(40);

    final Events events = new Events(LocalPlatform.broker().bootstrapServers());

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    CircuitBreakerRegistry breakers;

    Api worker;

    String workerId;

    @BeforeEach
    void bind() {
        BackEnds.forgetAll();
        breakers.circuitBreaker("wechat").reset();
        for (var type : List.of(Message.class, Preferences.class, Notice.class)) {
            mongo.remove(new Query(), type);
        }
        WECHAT.stubFor(get(urlPathEqualTo("/sns/jscode2session"))
                .willReturn(okJson("{\"openid\":\"openid-m\",\"session_key\":\"k\"}")));
        WECHAT.stubFor(post(urlPathEqualTo("/cgi-bin/stable_token"))
                .willReturn(okJson("{\"access_token\":\"t-1\",\"expires_in\":7200}")));
        answers("{\"errcode\":0}");
        var session = api.post("/api/v1/identity/wechat/sessions", Map.of("code", "code-m"));
        var nameless = api.with("Authorization", "Bearer " + session.text("/token/access_token"));
        var bound = nameless.post(
                "/api/v1/identity/wechat/bindings",
                Map.of("name", "测试工人九", "id_number", "350405197609110054", "phone", "13800000019"));
        worker = api.with("Authorization", "Bearer " + bound.text("/token/access_token"));
        workerId = bound.text("/worker_id");
    }

    static void answers(String json) {
        WECHAT.stubFor(post(urlPathEqualTo(SEND)).willReturn(okJson(json)));
    }

    void phone(String kind, String state) {
        Awaitility.await(kind + " is " + state).atMost(PATIENCE).until(() -> {
            var first = worker.get(MESSAGES);
            return kind.equals(first.text("/items/0/kind")) && state.equals(first.text("/items/0/phone"));
        });
    }

    List<String> box() {
        return worker.get(MESSAGES)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/subject").asString())
                .toList();
    }
}
