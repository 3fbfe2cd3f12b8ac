package cn.sanming.migrant.gateway.routing;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static cn.sanming.migrant.gateway.BackEnds.OTHERS;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.gateway.Visits;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class RoutingTest extends DoorSteps {

    @Test
    void leadsEverybodyToTheSupervisionBoard() {
        OTHERS.stubFor(get(urlPathEqualTo("/supervision/board/"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withHeader("Cache-Control", "no-cache")
                        .withBody("<!doctype html><title>看板</title>")));
        var page = api.get("/supervision/board/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.raw().body()).contains("看板");
        assertThat(page.raw().headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.raw().headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';")
                .contains("connect-src 'self'");
        assertThat(api.get("/supervision/board/js/app.js").status()).isEqualTo(200);
        assertThat(api.get("/supervision/elsewhere").status()).isIn(401, 403);
        assertThat(api.post("/supervision/board/", null).status()).isIn(401, 403);
    }

    @Test
    void leadsEachAreaToItsService() {
        assertThat(api.get("/api/v1/jobs/vacancies").text("/from")).isEqualTo("jobs");
        for (var area : Map.of(
                        "wages",
                        1,
                        "legal-aid",
                        1,
                        "supervision",
                        1,
                        "community",
                        1,
                        "housing",
                        1,
                        "training",
                        1,
                        "subsidies",
                        1)
                .keySet()) {
            assertThat(api.get("/api/v1/" + area + "/rules").text("/from"))
                    .as(area)
                    .isEqualTo("others");
            OTHERS.verify(getRequestedFor(urlPathEqualTo("/api/v1/" + area + "/rules")));
        }
    }

    @Test
    void changesNeitherPathNorQueryNorBody() {
        var path = "/api/v1/jobs/vacancies/%E7%94%B5%E5%B7%A5?q=%E4%B8%89%E6%98%8E%20%2B1%26x&empty=&many=1&many=2";
        api.post(path, "application/json", "{\"名\":\"测试工人一\"}".getBytes(StandardCharsets.UTF_8));

        var seen = only();
        assertThat(seen.getUrl()).startsWith("/api/v1/jobs/vacancies/%E7%94%B5%E5%B7%A5?");
        assertThat(seen.queryParameter("q").firstValue()).isEqualTo("三明 +1&x");
        assertThat(seen.queryParameter("empty").firstValue()).isEmpty();
        assertThat(seen.queryParameter("many").values()).containsExactly("1", "2");
        assertThat(seen.getBodyAsString()).isEqualTo("{\"名\":\"测试工人一\"}");
        assertThat(seen.getHeader("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void handsTheTokenAndTheConditionsOn() {
        Visits.as(api, "u-17")
                .with("If-Match", "\"3\"")
                .with("Idempotency-Key", "key-1")
                .with("Accept-Language", "en")
                .post("/api/v1/jobs/vacancies/V-1/publish", Map.of());

        var seen = only();
        assertThat(seen.getHeader("Authorization")).startsWith("Bearer ey");
        assertThat(seen.getHeader("If-Match")).isEqualTo("\"3\"");
        assertThat(seen.getHeader("Idempotency-Key")).isEqualTo("key-1");
        assertThat(seen.getHeader("Accept-Language")).isEqualTo("en");
    }

    @Test
    void asksTheServiceEachTimeWhenAKeyIsRepeatedBecauseTheServiceKeepsTheAnswers() {
        var keyed = api.with("Idempotency-Key", "key-2");
        keyed.post("/api/v1/jobs/vacancies", Map.of());
        keyed.post("/api/v1/jobs/vacancies", Map.of());

        JOBS.verify(2, postRequestedFor(urlPathEqualTo("/api/v1/jobs/vacancies")));
    }

    @Test
    void believesNobodyAboutTheWayTheyCame() {
        api.with("X-Forwarded-For", "10.1.2.3")
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "gopher")
                .with("X-Forwarded-Prefix", "/evil")
                .with("Forwarded", "for=10.1.2.3;host=evil.example")
                .with("X-Real-IP", "10.1.2.3")
                .get("/api/v1/jobs/vacancies");

        var seen = only();
        assertThat(seen.getHeader("X-Forwarded-For")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(seen.getHeader("X-Forwarded-Host")).isEqualTo("localhost");
        assertThat(seen.getHeader("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(seen.containsHeader("X-Forwarded-Prefix")).isFalse();
        assertThat(seen.containsHeader("Forwarded")).isFalse();
        assertThat(seen.containsHeader("X-Real-IP")).isFalse();
    }

    @Test
    void keepsOneCorrelationIdInAndOut() {
        var answer = api.with("X-Correlation-Id", "story-0001-abc").get("/api/v1/jobs/vacancies");

        assertThat(answer.raw().headers().allValues("X-Correlation-Id")).containsExactly("story-0001-abc");
        assertThat(only().getHeader("X-Correlation-Id")).isEqualTo("story-0001-abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "with space and more", "<script>alert(1)</script>"})
    void makesACorrelationIdWhereNoneOrABadOneIsGiven(String given) {
        JOBS.stubFor(get(anyUrl()).willReturn(aResponse().withHeader("X-Correlation-Id", "the-services-own-idea")));
        var answer = api.with("X-Correlation-Id", given).get("/api/v1/jobs/vacancies");

        var made = only().getHeader("X-Correlation-Id");
        assertThat(made).hasSizeGreaterThan(8).isNotEqualTo(given);
        assertThat(answer.raw().headers().allValues("X-Correlation-Id")).containsExactly(made);
    }

    @Test
    void passesATraceOnAndBeginsOneWhereThereIsNone() {
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        api.with("traceparent", trace).with("tracestate", "vendor=1").get("/api/v1/jobs/vacancies");
        var seen = only();
        assertThat(seen.getHeader("traceparent")).isEqualTo(trace);
        assertThat(seen.getHeader("tracestate")).isEqualTo("vendor=1");

        BackEnds.JOBS.resetRequests();
        api.with("traceparent", "nonsense").get("/api/v1/jobs/vacancies");
        assertThat(only().getHeader("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void passesTheServicesOwnWordOnAsItIs() {
        JOBS.stubFor(get(anyUrl())
                .willReturn(aResponse()
                        .withStatus(503)
                        .withHeader("Retry-After", "17")
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"code\":\"UNAVAILABLE\",\"by\":\"service\"}")));
        var answer = api.get("/api/v1/jobs/vacancies");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.raw().headers().firstValue("Retry-After")).hasValue("17");
        assertThat(answer.text("/by")).isEqualTo("service");
    }

    @Test
    void passesStatusLocationAndEntityTagOn() {
        JOBS.stubFor(post(anyUrl())
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Location", "/api/v1/jobs/vacancies/V-1")
                        .withHeader("ETag", "\"0\"")
                        .withHeader("Link", "</x>; rel=\"next\"")));
        var answer = api.post("/api/v1/jobs/vacancies", Map.of());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.raw().headers().firstValue("Location")).hasValue("/api/v1/jobs/vacancies/V-1");
        assertThat(answer.raw().headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(answer.raw().headers().firstValue("Link")).hasValue("</x>; rel=\"next\"");
    }

    @Test
    void followsNoRedirectOfAService() {
        JOBS.stubFor(
                get(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", "http://evil.example/")));

        assertThat(api.get("/api/v1/jobs/vacancies").status()).isEqualTo(302);
    }

    @Test
    void carriesALargeImportThrough() {
        var file = new byte[8 << 20];
        file[0] = 'P';
        file[file.length - 1] = 'K';
        var answer = api.post("/api/v1/wages/payrolls/imports", "application/octet-stream", file);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(OTHERS.findAll(postRequestedFor(urlPathEqualTo("/api/v1/wages/payrolls/imports")))
                        .getFirst()
                        .getBody())
                .isEqualTo(file);
    }

    @Test
    void carriesAFormWithItsFileThroughUntouched() {
        var form =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"工资.xlsx\"\r\n\r\nrows\r\n--b--\r\n";
        api.post(
                "/api/v1/wages/payrolls/imports",
                "multipart/form-data; boundary=b",
                form.getBytes(StandardCharsets.UTF_8));

        var seen = OTHERS.findAll(anyRequestedFor(anyUrl())).getFirst();
        assertThat(seen.getHeader("Content-Type")).isEqualTo("multipart/form-data; boundary=b");
        assertThat(seen.getBodyAsString()).isEqualTo(form);
    }

    private static LoggedRequest only() {
        var all = JOBS.findAll(anyRequestedFor(anyUrl()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
