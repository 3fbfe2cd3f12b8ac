package cn.sanming.migrant.gateway.door;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.gateway.Visits;
import cn.sanming.migrant.platform.test.Api;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
@TestPropertySource(
        properties = {
            "migrant.gateway.door.limits.anonymous.burst=3",
            "migrant.gateway.door.limits.anonymous.per-minute=6",
            "migrant.gateway.door.limits.client.burst=5",
            "migrant.gateway.door.limits.client.per-minute=6",
            "migrant.gateway.door.limits.evaluations.burst=50",
            "migrant.gateway.door.limits.login.burst=4",
            "migrant.gateway.door.limits.login.per-minute=6"
        })
class RateLimitTest {

    @Autowired
    Api api;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
        JOBS.stubFor(any(anyUrl()).willReturn(ok()));
    }

    @Test
    void tellsAnAddressThatKnocksTooOftenWhenToComeBack() {
        assertThat(admitted(api, 10)).isEqualTo(3);
        var answer = api.get("/api/v1/jobs/vacancies");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text("/code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(answer.raw().headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(8L, 10L);
        assertThat(answer.raw().headers().firstValue("X-Correlation-Id")).isPresent();
    }

    @Test
    void countsHoldersOfTokensEachForThemselves() {
        var first = Visits.as(api, "u-17");
        var second = Visits.as(api, "u-23");

        assertThat(admitted(first, 10)).isEqualTo(5);
        assertThat(admitted(second, 10)).isEqualTo(5);
        assertThat(admitted(api, 10)).isEqualTo(3);
    }

    @Test
    void isGenerousWithThePolicyCalculator() {
        assertThat(admitted(api, 10)).isEqualTo(3);
        for (int call = 0; call < 40; call++) {
            var answer = api.post(
                    "/api/v1/reference/rules/ADD_MONTHS/evaluations", Map.of("date", "2024-02-29", "months", 12));
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void slowsDownWhoeverTriesToGetIn() {
        for (int call = 0; call < 4; call++) {
            assertThat(Visits.clientToken(api, "agency-portal", "guess").status())
                    .isEqualTo(401);
        }
        assertThat(Visits.clientToken(api, "agency-portal", Visits.SECRET).status())
                .isEqualTo(429);
        assertThat(api.post("/api/v1/identity/wechat/sessions", Map.of("code", "x"))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void countsABadTokenLikeNone() {
        var guessing = api.with("Authorization", "Bearer nonsense");
        for (int call = 0; call < 3; call++) {
            assertThat(guessing.get("/api/v1/jobs/vacancies").status()).isEqualTo(401);
        }
        assertThat(guessing.get("/api/v1/jobs/vacancies").status()).isEqualTo(429);
    }

    @Test
    void lookedAtIsNoForwardedAddress() {
        for (int call = 0; call < 3; call++) {
            api.with("X-Forwarded-For", "10.0.0." + call).get("/api/v1/jobs/vacancies");
        }
        assertThat(api.with("X-Forwarded-For", "10.0.0.99")
                        .get("/api/v1/jobs/vacancies")
                        .status())
                .isEqualTo(429);
    }

    private static int admitted(Api caller, int calls) {
        int admitted = 0;
        for (int call = 0; call < calls; call++) {
            admitted += caller.get("/api/v1/jobs/vacancies").status() == 200 ? 1 : 0;
        }
        return admitted;
    }
}
