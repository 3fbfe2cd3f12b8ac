package cn.sanming.migrant.gateway.routing;

import static cn.sanming.migrant.gateway.BackEnds.JOBS;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.GatewayTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the door does not let through, and what it says then.
@GatewayTest
class ClosedDoorTest extends DoorSteps {

    @Test
    void knowsNothingBeyondItsList() {
        var answer = api.get("/api/v1/secrets/all");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/code")).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/jobs/../../actuator/env",
                "/api/v1/jobs/%2e%2e/%2e%2e/actuator/env",
                "/api/v1/jobs//actuator",
                "/api/v1/jobs/..;/actuator"
            })
    void leadsNobodyRoundTheDoor(String path) {
        var answer = api.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/code")).isEqualTo("REQUEST_REJECTED");
        JOBS.verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/jobs/x%2fy", "/api/v1/jobs/x%00", "/api/v1/jobs/%zz"})
    void tellsNothingAboutItselfWhenTheAddressMakesNoSense(String path) throws IOException {
        var answer = raw(path);

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("tomcat");
        JOBS.verify(0, anyRequestedFor(anyUrl()));
    }
}
