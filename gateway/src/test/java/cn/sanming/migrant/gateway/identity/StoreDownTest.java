package cn.sanming.migrant.gateway.identity;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// The store that keeps the signing key is out of reach from the first moment on.
@GatewayTest
@TestPropertySource(
        properties = "spring.mongodb.uri=mongodb://localhost:1/?serverSelectionTimeoutMS=200&connectTimeoutMS=200")
class StoreDownTest {

    private static final String SOMEBODYS_TOKEN = "eyJhbGciOiJFUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJ1LTE3In0."
            + "MEUCIQDTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLTGLT";

    @Autowired
    Api api;

    @Test
    void keepsTheDoorOpenForEverythingElse() {
        BackEnds.forgetAll();
        JOBS.stubFor(any(anyUrl()).willReturn(ok()));

        assertThat(api.get("/api/v1/jobs/vacancies").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/reference/divisions").status()).isEqualTo(200);
        assertThat(api.management().get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void blamesItselfAndNotTheCaller() {
        unavailable(api.with("Authorization", "Bearer " + SOMEBODYS_TOKEN).get("/api/v1/identity/me"));
        unavailable(Visits.clientToken(api, "agency-portal", Visits.SECRET));
        unavailable(
                api.post("/api/v1/identity/staff/sessions", Map.of("username", "u-17", "password", Visits.PASSWORD)));
    }

    private static void unavailable(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(503);
        assertThat(answer.text("/code")).isEqualTo("UNAVAILABLE");
        assertThat(answer.raw().headers().firstValue("Retry-After")).hasValue("5");
    }
}
