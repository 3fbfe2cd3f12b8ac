package cn.sanming.migrant.training;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.OpenApiContract;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Every worked example of measures 5 to 7 over HTTP, and the description of the door they came through.
@ServiceTest
@Import(Desk.class)
class WorkedExamplesTest {

    @Autowired
    Api api;

    static Stream<Examples.Example> rules() {
        return Examples.rules();
    }

    static Stream<Examples.Example> checks() {
        return Examples.checks();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void answersEveryRuleOverHttp(Examples.Example example) {
        var answer = api.post("/api/v1/training/rules/" + example.rule() + "/evaluations", example.input());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().path("result")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksEveryLifeCycleOverHttp(Examples.Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post("/api/v1/training/lifecycles/" + machine + "/checks", example.input());
        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }

    @Test
    void isDescribedAsItIs() {
        assertThat(OpenApiContract.difference(api, Path.of("contracts/operations.txt")))
                .isEmpty();
    }
}
