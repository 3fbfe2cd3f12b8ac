package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Rules and life cycles answer everybody who asks.
@ServiceTest
class RulesOverHttpTest {

    @Autowired
    Api api;

    @Test
    void evaluatesARuleWithStepsParametersAndSimulation() {
        var path = "/api/v1/tickets/rules/TICKET_LIMIT/evaluations";
        var county = api.post(path, Map.of("amount", "400.00", "on", "2024-01-01", "district", "350405", "note", "x"));
        var simulated = api.post(
                path, Map.of("amount", "400.00", "on", "2024-01-01", "parameters", Map.of("ticket.most", "399.99")));

        assertThat(county.status()).as(county.raw().body()).isEqualTo(200);
        assertThat(county.body().at("/result/accepted").asBoolean()).isFalse();
        assertThat(county.text("/result/most")).isEqualTo("300.00");
        assertThat(county.text("/steps/0/found")).isEqualTo("400.00");
        assertThat(county.text("/parameters/0/clause")).isEqualTo("the house's own test");
        assertThat(county.text("/ignored/0")).isEqualTo("/note");
        assertThat(simulated.body().at("/simulation").asBoolean()).isTrue();
        assertThat(simulated.body().at("/result/accepted").asBoolean()).isFalse();
        assertThat(api.post(path, Map.of("amount", "x")).body().at("/errors").size())
                .isEqualTo(2);
        assertThat(api.post(path, Map.of("amount", "1.00", "on", "2019-12-31")).text("/code"))
                .isEqualTo("PARAMETER_MISSING");
        assertThat(api.get("/api/v1/tickets/rules").text("/items/0/id")).isEqualTo("TICKET_LIMIT");
    }

    @Test
    void answersWhetherALifeCycleAllowsACommand() {
        var path = "/api/v1/tickets/lifecycles/Ticket/checks";

        assertThat(api.post(path, Map.of("state", "OPEN", "command", "check")).text("/state_after"))
                .isEqualTo("CHECKED");
        assertThat(api.post(path, Map.of("state", "OPEN", "command", "finish")).text("/error"))
                .isEqualTo("ILLEGAL_TRANSITION");
        assertThat(api.post(path, Map.of("state", "CHECKED", "command", "finish", "actor", "CLERK"))
                        .text("/error"))
                .isEqualTo("FORBIDDEN_ROLE");
    }
}
