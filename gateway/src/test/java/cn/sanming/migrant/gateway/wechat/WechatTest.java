package cn.sanming.migrant.gateway.wechat;

import static cn.sanming.migrant.gateway.BackEnds.WECHAT;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.gateway.Visits;
import cn.sanming.migrant.gateway.identity.Pseudonyms;
import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.test.Api;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jwt.SignedJWT;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

@GatewayTest
class WechatTest {

    private static final String SESSIONS = "/api/v1/identity/wechat/sessions";
    private static final String BINDINGS = "/api/v1/identity/wechat/bindings";
    private static final String NUMBER = "350404199003070011";
    private static final Map<String, String> WHO = Map.of("name", "测试工人一", "id_number", NUMBER, "phone", "13800000011");

    @Autowired
    Api api;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
        breakers.circuitBreaker("wechat").reset();
        mongo.remove(new Query(), WechatAccount.class);
        answering("code-1", "{\"openid\":\"openid-1\",\"session_key\":\"k\",\"unionid\":\"u\"}");
        answering("code-2", "{\"openid\":\"openid-2\",\"session_key\":\"k\"}");
    }

    @Test
    void letsAnUnknownAccountInForBindingOnly() throws Exception {
        var session = session("code-1");

        assertThat(session.status()).isEqualTo(201);
        assertThat(session.body().at("/bound").asBoolean()).isFalse();
        var claims = SignedJWT.parse(session.text("/token/access_token")).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).containsExactly("PUBLIC");
        assertThat(claims.getStringClaim("worker_id")).isNull();
        WECHAT.verify(getRequestedFor(urlPathEqualTo("/sns/jscode2session"))
                .withQueryParam("appid", equalTo("test-app"))
                .withQueryParam("secret", equalTo("test-secret"))
                .withQueryParam("grant_type", equalTo("authorization_code")));
    }

    @Test
    void makesAWorkerKnownByName() throws Exception {
        var bound = as("code-1").post(BINDINGS, WHO);

        assertThat(bound.status()).isEqualTo(201);
        var claims = SignedJWT.parse(bound.text("/token/access_token")).getJWTClaimsSet();
        var worker = pseudonyms.of(new ResidentId(NUMBER)).value();
        assertThat(claims.getStringListClaim("roles")).contains("WORKER");
        assertThat(claims.getStringClaim("worker_id")).isEqualTo(worker);
        assertThat(bound.text("/worker_id")).isEqualTo(worker);
        assertThat(bound.text("/id_number")).isEqualTo("350404********0011");
        assertThat(bound.text("/phone")).isEqualTo("138****0011");
        assertThat(bound.raw().body())
                .doesNotContain(NUMBER)
                .doesNotContain("13800000011")
                .doesNotContain("测试工人一");
    }

    @Test
    void knowsTheWorkerAtTheNextVisit() throws Exception {
        as("code-1").post(BINDINGS, WHO);
        var session = session("code-1");

        assertThat(session.body().at("/bound").asBoolean()).isTrue();
        assertThat(SignedJWT.parse(session.text("/token/access_token"))
                        .getJWTClaimsSet()
                        .getStringListClaim("roles"))
                .contains("WORKER");
        assertThat(as("code-1").get(BINDINGS + "/current").text("/id_number")).isEqualTo("350404********0011");
    }

    @Test
    void keepsNothingReadableInTheStore() {
        as("code-1").post(BINDINGS, WHO);
        var stored = mongo.getCollection("wechat_accounts")
                .find()
                .map(Document::toJson)
                .into(new ArrayList<>());

        assertThat(stored).hasSize(1);
        assertThat(stored.toString())
                .doesNotContain(NUMBER)
                .doesNotContain("openid-1")
                .doesNotContain("13800000011")
                .doesNotContain("测试工人一");
    }

    @Test
    void changesNothingWhenTheSameIsSaidAgain() {
        var first = as("code-1").post(BINDINGS, WHO);
        var again = as("code-1").post(BINDINGS, WHO);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/worker_id")).isEqualTo(first.text("/worker_id"));
    }

    @Test
    void namesEveryFaultOfARealNameWithoutRepeatingIt() {
        var answer =
                as("code-1").post(BINDINGS, Map.of("name", "!", "id_number", "350404199003070010", "phone", "12345"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()
                        .at("/errors")
                        .valueStream()
                        .map(e -> e.path("pointer").asString() + " "
                                + e.path("code").asString()))
                .containsExactly(
                        "/name INVALID_NAME", "/id_number INVALID_ID_NUMBER_CHECK_DIGIT", "/phone INVALID_PHONE");
        assertThat(answer.raw().body()).doesNotContain("350404199003070010").doesNotContain("12345");
    }

    @Test
    void letsNoSecondAccountStandForTheSameWorker() {
        as("code-1").post(BINDINGS, WHO);
        var second = as("code-2").post(BINDINGS, WHO);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/errors/0/code")).isEqualTo("WORKER_ALREADY_BOUND");
        assertThat(session("code-2").body().at("/bound").asBoolean()).isFalse();
    }

    @Test
    void letsNoAccountStandForASecondWorker() {
        as("code-1").post(BINDINGS, WHO);
        var other = Map.of("name", "测试工人二", "id_number", "350404199211150032", "phone", "13800000012");

        assertThat(as("code-1").post(BINDINGS, other).text("/errors/0/code")).isEqualTo("ACCOUNT_ALREADY_BOUND");
    }

    @Test
    void letsOnlyOneWinWhenTwoAccountsBindTheSameWorkerAtOnce() throws Exception {
        var first = as("code-1");
        var second = as("code-2");
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var binds = List.<Callable<Integer>>of(
                    () -> first.post(BINDINGS, WHO).status(),
                    () -> second.post(BINDINGS, WHO).status());
            var statuses = both.invokeAll(binds).stream()
                    .map(done -> done.resultNow())
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(201, 409);
        }
    }

    @Test
    void letsAWorkerTakeTheBindingBack() {
        as("code-1").post(BINDINGS, WHO);
        assertThat(delete(as("code-1"), BINDINGS + "/current")).isEqualTo(200);

        assertThat(session("code-1").body().at("/bound").asBoolean()).isFalse();
        assertThat(as("code-1").get(BINDINGS + "/current").status()).isEqualTo(404);
        assertThat(as("code-2").post(BINDINGS, WHO).status()).isEqualTo(201);
    }

    @Test
    void letsAnOfficerFreeAWorkerFromALostAccountAndNobodyElse() {
        var worker = as("code-1").post(BINDINGS, WHO).text("/worker_id");

        assertThat(delete(as("code-2"), BINDINGS + "/" + worker)).isEqualTo(403);
        var officer = Visits.as(api, "hr-350404");
        assertThat(delete(officer, BINDINGS + "/" + NUMBER)).isEqualTo(404);
        assertThat(delete(officer, BINDINGS + "/nobody")).isEqualTo(404);
        assertThat(delete(officer, BINDINGS + "/" + worker)).isEqualTo(200);
        assertThat(as("code-2").post(BINDINGS, WHO).status()).isEqualTo(201);
    }

    @Test
    void bindsOnlyWhoCameInByWechat() {
        assertThat(api.post(BINDINGS, WHO).status()).isEqualTo(401);
        assertThat(Visits.as(api, "u-17").post(BINDINGS, WHO).text("/errors/0/code"))
                .isEqualTo("NO_WECHAT_SESSION");
    }

    @Test
    void refusesACodeThatWechatRefuses() {
        answering("used", "{\"errcode\":40163,\"errmsg\":\"code been used\"}");
        var answer = session("used");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("/errors/0/code")).isEqualTo("WECHAT_CODE_REFUSED");
    }

    @Test
    void saysWhenWechatIsBusyOrWronglySetUp() {
        answering("busy", "{\"errcode\":-1,\"errmsg\":\"system error\"}");
        answering("setup", "{\"errcode\":40125,\"errmsg\":\"invalid appsecret\"}");

        unavailable(session("busy"), "WECHAT_BUSY");
        unavailable(session("setup"), "WECHAT_NOT_CONFIGURED");
    }

    @Test
    void saysWhenWechatDoesNotAnswer() {
        WECHAT.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        unavailable(session("code-1"), "WECHAT_DOWN");

        WECHAT.stubFor(any(anyUrl()).willReturn(aResponse().withBody("<html>maintenance</html>")));
        unavailable(session("code-1"), "WECHAT_DOWN");
    }

    private Api.Answer session(String code) {
        return api.post(SESSIONS, Map.of("code", code));
    }

    private Api as(String code) {
        return api.with("Authorization", "Bearer " + session(code).text("/token/access_token"));
    }

    private static int delete(Api caller, String path) {
        return caller.delete(path).status();
    }

    private static void answering(String code, String body) {
        WECHAT.stubFor(get(urlPathEqualTo("/sns/jscode2session"))
                .withQueryParam("js_code", equalTo(code))
                .willReturn(aResponse().withHeader("Content-Type", "text/plain").withBody(body)));
    }

    private static void unavailable(Api.Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("/errors/0/code")).isEqualTo(why);
        assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
    }
}
