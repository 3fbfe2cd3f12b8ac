package cn.sanming.migrant.gateway.door;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.test.Api;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = {"migrant.gateway.door.size.requests=10KB", "migrant.gateway.door.size.imports=100KB"})
class SizeLimitTest {

    @Autowired
    Api api;

    @Autowired
    CircuitBreakerRegistry breakers;

    @LocalServerPort
    int port;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
        JOBS.stubFor(any(anyUrl()).willReturn(ok()));
    }

    @Test
    void refusesATruckloadBeforeReadingIt() {
        tooLarge(api.post("/api/v1/jobs/vacancies", "application/json", blanks(11)));
    }

    @Test
    void letsAnImportCarryMore() {
        assertThat(api.post("/api/v1/jobs/vacancies/imports", "text/csv", blanks(90))
                        .status())
                .isEqualTo(200);
        tooLarge(api.post("/api/v1/jobs/vacancies/imports", "text/csv", blanks(101)));
    }

    @Test
    void countsABodyThatHidesItsLength() throws Exception {
        assertThat(chunked("/api/v1/jobs/vacancies", 9).statusCode()).isEqualTo(200);
        var answer = chunked("/api/v1/jobs/vacancies", 300);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void blamesTheCallerNotTheServiceForTooMuch() throws Exception {
        for (int call = 0; call < 30; call++) {
            assertThat(chunked("/api/v1/jobs/vacancies", 300).statusCode()).isEqualTo(413);
        }
        assertThat(breakers.circuitBreaker("job-service").getState().name()).isEqualTo("CLOSED");
    }

    @Test
    void countsForTheDoorsOwnDesksToo() throws Exception {
        assertThat(chunked("/api/v1/identity/staff/sessions", 300).statusCode()).isEqualTo(413);
        assertThat(chunked("/api/v1/reference/rules/ID_CHECKSUM/evaluations", 300)
                        .statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> chunked(String path, int kilobytes) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks(kilobytes))))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] blanks(int kilobytes) {
        var bytes = new byte[kilobytes * 1024];
        Arrays.fill(bytes, (byte) ' ');
        return bytes;
    }

    private static void tooLarge(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("/code")).isEqualTo("TOO_LARGE");
        assertThat(answer.text("/errors/0/code")).isEqualTo("BODY_TOO_LARGE");
    }
}
