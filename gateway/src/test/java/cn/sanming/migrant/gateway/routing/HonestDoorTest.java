package cn.sanming.migrant.gateway.routing;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Phones as they are pass the door; what cannot pass is told so in the words of the house.
@GatewayTest
class HonestDoorTest {

    private static final String VACANCIES = "/api/v1/jobs/vacancies";

    @LocalServerPort
    int port;

    @Autowired
    Api api;

    @BeforeEach
    void open() {
        BackEnds.forgetAll();
        JOBS.stubFor(any(anyUrl()).willReturn(okJson("{\"items\":[" + "\"x\",".repeat(2000) + "\"x\"]}")));
    }

    @Test
    void letsAPhoneThroughThatCallsItselfByAChineseName() throws IOException {
        for (var path : new String[] {VACANCIES, "/api/v1/reference/divisions", "/", "/openapi/jobs"}) {
            assertThat(RawHttp.send(port, "GET " + path + " HTTP/1.1", "User-Agent: 荣耀 HONOR", "X-File-Name: 工资表")
                            .status())
                    .as(path)
                    .isEqualTo(200);
        }
        JOBS.verify(getRequestedFor(anyUrl())
                .withHeader("User-Agent", equalTo("%E8%8D%A3%E8%80%80 HONOR"))
                .withHeader("X-File-Name", equalTo("%E5%B7%A5%E8%B5%84%E8%A1%A8")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?name=工资 HTTP/1.1",
                "?name[]=1 HTTP/1.1",
                "/a%2Fb HTTP/1.1",
                "/%00 HTTP/1.1",
                "/%zz HTTP/1.1",
                "/规则 HTTP/1.1",
                "?a=%zz HTTP/1.1"
            })
    void answersWhatItCannotReadWithAProblem(String rest) throws IOException {
        for (var path : new String[] {VACANCIES, "/api/v1/reference/divisions", "/supervision/board", "/elsewhere"}) {
            var answer = RawHttp.send(port, "GET " + path + rest);

            assertThat(answer.status()).as(path + rest).isLessThan(500);
            assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("<html", "<!doctype");
            if (answer.status() >= 400) {
                assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
            }
        }
    }

    @Test
    void saysThatHeadersAreTooLong() throws IOException {
        var answer = RawHttp.send(port, "GET " + VACANCIES + " HTTP/1.1", "X-Long: " + "x".repeat(9 * 1024));

        assertThat(answer.status()).isIn(400, 431);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/*", "nonsense"})
    void saysThatAMediaTypeIsNone(String type) throws IOException {
        var answer =
                RawHttp.send(port, "POST " + VACANCIES + " HTTP/1.1", "Content-Type: " + type, "Content-Length: 0");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void answersHeadWhereItAnswersGet() {
        for (var path : new String[] {
            "/",
            VACANCIES,
            "/api/v1/reference/divisions",
            "/v3/api-docs",
            "/openapi/jobs",
            "/.well-known/openid-configuration"
        }) {
            assertThat(api.head(path).status()).as(path).isEqualTo(api.get(path).status());
        }
    }

    @Test
    void packsAnswersForThoseWhoAsk() throws IOException {
        for (var path : new String[] {VACANCIES, "/api/v1/reference/divisions"}) {
            assertThat(RawHttp.send(port, "GET " + path + " HTTP/1.1", "Accept-Encoding: gzip")
                            .head()
                            .toLowerCase(Locale.ROOT))
                    .as(path)
                    .contains("content-encoding: gzip");
        }
    }

    @Test
    void takesABanksReturnFileOfManyRows() {
        BackEnds.OTHERS.stubFor(any(anyUrl()).willReturn(ok()));
        var rows = "6222020000000000000,1810.00,PAID\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);

        assertThat(rows.length).isGreaterThan(1 << 20);
        assertThat(api.post("/api/v1/subsidies/batches/b-1/return-file", "text/csv", rows)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void routesNobodyToManagement() {
        for (var path : new String[] {"/actuator", "/actuator/health", "/actuator/prometheus"}) {
            assertThat(api.get(path).status()).as(path).isIn(401, 403, 404);
        }
        assertThat(api.management().get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(api.management().get("/actuator/deadletters").status()).isEqualTo(401);
    }
}
