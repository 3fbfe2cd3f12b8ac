package cn.sanming.migrant.gateway.door;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.test.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// What a browser may read from elsewhere, and what it is told to be careful about.
@GatewayTest
@TestPropertySource(properties = "migrant.gateway.door.cors.allowed-origins=https://portal.example")
class BrowserTest {

    @Autowired
    Api api;

    @LocalServerPort
    int port;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
        JOBS.stubFor(any(anyUrl())
                .willReturn(ok().withHeader("Access-Control-Allow-Origin", "*")
                        .withHeader("X-Frame-Options", "ALLOWALL")
                        .withHeader("Server", "secret/1.0")));
    }

    @Test
    void answersThePreflightOfAKnownOriginItself() throws Exception {
        var answer = preflight("https://portal.example");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://portal.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .containsIgnoringCase("Idempotency-Key")
                .containsIgnoringCase("Authorization");
        JOBS.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void refusesThePreflightOfAnyOtherOrigin() throws Exception {
        var answer = preflight("https://evil.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void showsAKnownOriginTheHeadersItNeeds() {
        var answer = api.with("Origin", "https://portal.example").get("/api/v1/jobs/vacancies");

        assertThat(answer.raw().headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly("https://portal.example");
        assertThat(answer.raw()
                        .headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElse(""))
                .contains("Retry-After")
                .contains("X-Correlation-Id")
                .contains("ETag");
    }

    @Test
    void speaksForTheServicesInSecurityHeaders() {
        var headers = api.get("/api/v1/jobs/vacancies").raw().headers();

        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/jobs/vacancies"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
