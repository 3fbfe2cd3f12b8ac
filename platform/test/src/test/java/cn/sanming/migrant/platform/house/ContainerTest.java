package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.RawHttp;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the container and the filters refuse before a controller sees it is said as honestly as everything else.
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ContainerTest {

    private static final String RULES = "/api/v1/tickets/rules";
    private static final String TICKETS = "/api/v1/tickets/tickets";
    private static final Who CLERK = Who.officer("u-1", "350404", "CLERK");

    @LocalServerPort
    int port;

    @LocalManagementPort
    int management;

    @Autowired
    Api api;

    @Test
    void takesAPhoneThatCallsItselfByAChineseName() throws IOException {
        assertThat(RawHttp.send(port, "GET " + RULES + " HTTP/1.1", "User-Agent: 荣耀 HONOR 90")
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.send(
                                port,
                                "GET " + TICKETS + " HTTP/1.1",
                                "User-Agent: 荣耀",
                                "X-File-Name: 工资表.xlsx",
                                "Authorization: Bearer " + Tokens.mint(CLERK))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/tickets/rules?name=工资 HTTP/1.1",
                "GET /api/v1/tickets/rules?name[]=1 HTTP/1.1",
                "GET /api/v1/tickets/rules?a={b}|\"c\" HTTP/1.1",
                "GET /api/v1/tickets/rules/a%2Fb HTTP/1.1",
                "GET /api/v1/tickets/rules/a%5Cb HTTP/1.1",
                "GET /api/v1/tickets/rules/%00 HTTP/1.1",
                "GET /api/v1/tickets/rules/%zz HTTP/1.1",
                "GET /api/v1/tickets/rules/../../actuator HTTP/1.1",
                "GET /api/v1/tickets/rules;v=1 HTTP/1.1",
                "GET /api/v1/tickets/规则 HTTP/1.1",
                "GET /api/v1/tickets/rules HTTP/9.9",
                "TRACE /api/v1/tickets/rules HTTP/1.1",
                "FETCH /api/v1/tickets/rules HTTP/1.1",
            })
    void answersWhatItCannotReadWithAProblem(String startLine) throws IOException {
        for (int at : new int[] {port, management}) {
            var answer = RawHttp.send(at, startLine);

            assertThat(answer.status()).as(answer.head()).isNotEqualTo(500);
            if (answer.status() >= 400 && at == port) {
                assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
            }
            assertThat(answer.body().toLowerCase(java.util.Locale.ROOT)).doesNotContain("<html", "<!doctype");
        }
    }

    @Test
    void saysThatHeadersAreTooLong() throws IOException {
        var answer = RawHttp.send(port, "GET " + RULES + " HTTP/1.1", "X-Long: " + "x".repeat(9 * 1024));

        assertThat(answer.status()).isIn(400, 431);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/*", "*/*", "nonsense", "application/json; charset=nowhere", "text/html; =;"})
    void saysThatAMediaTypeIsNone(String type) throws IOException {
        var answer = RawHttp.send(
                port,
                "POST " + TICKETS + " HTTP/1.1",
                "Content-Type: " + type,
                "Content-Length: 0",
                "Authorization: Bearer " + Tokens.mint(Who.firm("91350404MA0FJM012Y")));

        assertThat(answer.status()).as(answer.body()).isIn(400, 415);
        assertThat(answer.isProblem()).as(answer.head() + answer.body()).isTrue();
    }

    @Test
    void answersHeadWhereItAnswersGet() {
        assertThat(api.head(RULES).status()).isEqualTo(200);
        assertThat(api.head("/api/v1/tickets/lifecycles").status()).isEqualTo(200);
        assertThat(api.as(CLERK).head(TICKETS).status()).isEqualTo(200);
    }

    @Test
    void packsAnswersForThoseWhoAsk() throws IOException {
        var packed = RawHttp.send(port, "GET /v3/api-docs HTTP/1.1", "Accept-Encoding: gzip");

        assertThat(packed.head().toLowerCase(java.util.Locale.ROOT)).contains("content-encoding: gzip");
    }

    @Test
    void logsNothingOfACookieItCannotRead(CapturedOutput log) throws IOException {
        RawHttp.send(port, "GET " + RULES + " HTTP/1.1", "Cookie: token=\"eyJhbGciOiJFUzI1NiJ9.secret\u0001; a b=c");
        RawHttp.send(port, "GET " + RULES + "?id_number=350402199001011234\u0001 HTTP/1.1");
        RawHttp.send(port, "GET " + RULES + "?id_number=%350402199001011234%zz HTTP/1.1");

        assertThat(log.getAll()).doesNotContain("eyJhbGciOiJFUzI1NiJ9").doesNotContain("50402199001011234");
    }

    @Test
    void keepsManagementAwayFromTheServicesPort() {
        for (var path :
                new String[] {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/deadletters"}) {
            assertThat(api.get(path).status()).as(path).isIn(401, 403, 404);
            assertThat(api.as(new Who("ops", java.util.List.of("OPS"), null, null, null, null))
                            .get(path)
                            .status())
                    .as(path)
                    .isIn(403, 404);
        }
        assertThat(api.management().get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(api.management().get("/actuator/health").text("/status")).isEqualTo("UP");
        assertThat(api.management().get("/actuator/deadletters").status()).isEqualTo(401);
        assertThat(api.as(CLERK).management().get("/actuator/deadletters").status())
                .isEqualTo(403);
    }
}
