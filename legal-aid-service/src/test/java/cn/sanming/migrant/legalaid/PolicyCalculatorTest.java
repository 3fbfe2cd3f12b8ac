package cn.sanming.migrant.legalaid;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.Examples.Example;
import cn.sanming.migrant.platform.test.OpenApiContract;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceTest
@Import(Desk.class)
class PolicyCalculatorTest {

    @Autowired
    Api api;

    static Stream<Example> rules() {
        return Examples.rules();
    }

    static Stream<Example> checks() {
        return Examples.checks();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void evaluatesEveryWorkedExample(Example example) {
        var answer = api.post("/api/v1/legal-aid/rules/" + example.rule() + "/evaluations", example.input());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().path("result")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksEveryWorkedStep(Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post("/api/v1/legal-aid/lifecycles/" + machine + "/checks", example.input());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }

    @Test
    void saysWhichStepPublishesWhat() {
        var answer = api.get("/api/v1/legal-aid/lifecycles/Dispute");
        assertThat(answer.body().path("transitions"))
                .anySatisfy(row -> assertThat(row.path("publishes").asString()).isEqualTo("legalaid.dispute.accepted"));
    }

    @Test
    void describesItselfAsCommitted() {
        assertThat(OpenApiContract.difference(api, Path.of("contracts/operations.txt")))
                .isEmpty();
    }

    @Test
    void needsNoTokenToListTheRules() {
        assertThat(api.get("/api/v1/legal-aid/rules").body().path("items")).hasSize(12);
    }
}
