package cn.sanming.migrant.gateway.routing;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static cn.sanming.migrant.gateway.BackEnds.OTHERS;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.gateway.BackEnds;
import cn.sanming.migrant.gateway.GatewayTest;
import cn.sanming.migrant.platform.test.Api;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
        properties = {
            "migrant.gateway.time-limit=400ms",
            "migrant.gateway.import-time-limit=3s",
            "migrant.gateway.connect-limit=400ms",
            "migrant.gateway.circuit.window=4",
            "migrant.gateway.circuit.minimum-calls=3",
            "migrant.gateway.circuit.open-for=1s",
            "migrant.gateway.circuit.trial-calls=1",
            "migrant.gateway.routes.housing.uri=http://localhost:1"
        })
class ServiceDownTest {

    private static final int SLOW = 1_200;

    @Autowired
    Api api;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void quiet() {
        BackEnds.forgetAll();
        JOBS.stubFor(any(anyUrl()).willReturn(ok()));
        OTHERS.stubFor(any(anyUrl()).willReturn(ok()));
        breakers.getAllCircuitBreakers().forEach(breaker -> breaker.reset());
    }

    @Test
    void saysThatAServiceIsDownAndWhenToComeBack() {
        var answer = api.get("/api/v1/housing/applications");

        unavailable(answer, "SERVICE_DOWN");
        assertThat(answer.text("/errors/0/required")).isEqualTo("housing-service");
        assertThat(answer.text("/errors/0/message")).contains("没有应答");
    }

    @Test
    void speaksEnglishWhenAsked() {
        var answer = api.with("Accept-Language", "en").get("/api/v1/housing/applications");

        assertThat(answer.text("/errors/0/message")).isEqualTo("The service did not answer; please try again later");
    }

    @Test
    void saysThatAServiceIsTooSlow() {
        JOBS.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(SLOW)));

        unavailable(api.get("/api/v1/jobs/vacancies"), "SERVICE_TOO_SLOW");
    }

    @Test
    void givesAnImportMoreTime() {
        JOBS.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(SLOW)));

        assertThat(api.post("/api/v1/jobs/vacancies/imports", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void saysThatAServiceBrokeOff() {
        JOBS.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        unavailable(api.post("/api/v1/jobs/vacancies", Map.of()), "SERVICE_DOWN");
    }

    @Test
    void letsADeadServiceRestTakesNoOtherWithItAndHealsByItself() {
        JOBS.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        for (int call = 0; call < 3; call++) {
            unavailable(api.get("/api/v1/jobs/vacancies"), "SERVICE_DOWN");
        }
        JOBS.resetRequests();
        unavailable(api.get("/api/v1/jobs/vacancies"), "SERVICE_RESTING");
        JOBS.verify(0, anyRequestedFor(anyUrl()));

        assertThat(api.get("/api/v1/wages/payrolls").status()).isEqualTo(200);
        assertThat(api.management().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(api.management().get("/actuator/health/readiness").status()).isEqualTo(200);

        JOBS.stubFor(any(anyUrl()).willReturn(ok()));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(api.get("/api/v1/jobs/vacancies").status()).isEqualTo(200));
    }

    @Test
    void takesTheServicesOwnRefusalsForNoDeath() {
        for (int status : new int[] {503, 500, 422, 429}) {
            JOBS.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
            for (int call = 0; call < 5; call++) {
                assertThat(api.get("/api/v1/jobs/vacancies").status()).isEqualTo(status);
            }
        }
        JOBS.stubFor(any(anyUrl()).willReturn(ok()));
        assertThat(api.get("/api/v1/jobs/vacancies").status()).isEqualTo(200);
    }

    private static void unavailable(Api.Answer answer, String why) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo("UNAVAILABLE");
        assertThat(answer.text("/errors/0/code")).isEqualTo(why);
        assertThat(answer.raw().headers().firstValueAsLong("Retry-After").orElse(0))
                .isEqualTo(1);
    }
}
