package cn.sanming.migrant.gateway.messages;

import static cn.sanming.migrant.gateway.BackEnds.OTHERS;
import static cn.sanming.migrant.gateway.BackEnds.WECHAT;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/// What people may wish to hear of, and what makes no sense.
@GatewayTest
class WishesTest {
    private static final String MESSAGES = "/api/v1/messages";
    private static final String SEND = "/cgi-bin/message/subscribe/send";
    private static final Instant AT = Instant.parse("2024-04-15T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Events events = new Events(LocalPlatform.broker().bootstrapServers());

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    CircuitBreakerRegistry breakers;

    private Api worker;

    private String workerId;

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

    @Test
    void findsTheGuardiansOfAChildThatGotASchoolPlace() {
        OTHERS.stubFor(get(urlPathEqualTo("/api/v1/community/enrolments/se-1"))
                .willReturn(okJson("{\"id\":\"se-1\",\"guardian_ids\":[\"" + workerId + "\"]}")));
        events.publish(
                "community.enrolment.placed",
                "se-1",
                "350404",
                AT,
                Map.of(
                        "child_id",
                        "c",
                        "school_id",
                        "SCH-A",
                        "state",
                        "ADMITTED",
                        "points",
                        98,
                        "placed_on",
                        "2025-06-17"));
        Awaitility.await().atMost(PATIENCE).until(() -> box().equals(List.of("se-1")));
        assertThat(worker.get(MESSAGES).text("/items/0/text")).contains("录取").contains("SCH-A");
    }

    @Test
    void refusesWishesThatMakeNoSense() {
        var choice = Map.of(
                "muted",
                List.of("NEWS"),
                "topics",
                List.of(Map.of("kind", "ENTITLEMENT", "districts", List.of("999999"))));
        var answer = worker.put(MESSAGES + "/preferences", choice);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors")).hasSize(3);
        assertThat(api.get("/api/v1/notices?kind=NEWS").status()).isEqualTo(400);
    }

    private static void answers(String json) {
        WECHAT.stubFor(post(urlPathEqualTo(SEND)).willReturn(okJson(json)));
    }

    private void phone(String kind, String state) {
        Awaitility.await(kind + " is " + state).atMost(PATIENCE).until(() -> {
            var first = worker.get(MESSAGES);
            return kind.equals(first.text("/items/0/kind")) && state.equals(first.text("/items/0/phone"));
        });
    }

    private List<String> box() {
        return worker.get(MESSAGES)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/subject").asString())
                .toList();
    }
}
