package cn.sanming.migrant.wage;

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

/// Every worked example of this room holds over HTTP.
@ServiceTest
class WorkedExamplesTest {

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
    void decidesAsWorkedOut(Example example) {
        var answer = api.post("/api/v1/wages/rules/" + example.rule() + "/evaluations", example.input());

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().at("/result")))
                .isEmpty();
        assertThat(answer.body().at("/steps")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksLifeCyclesAsWorkedOut(Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post("/api/v1/wages/lifecycles/" + machine + "/checks", example.input());

        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }

    @Test
    void offersWhatItsContractSays() {
        assertThat(OpenApiContract.difference(api, Path.of("contracts/operations.txt")))
                .isEmpty();
    }
}
