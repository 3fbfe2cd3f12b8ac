package cn.sanming.migrant.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.Examples.Example;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Every worked example of this room holds over HTTP.
@ServiceTest
@Import(Place.class)
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
        var answer = api.post("/api/v1/community/rules/" + example.rule() + "/evaluations", example.input());

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(Examples.differences(example.expected(), answer.body().at("/result")))
                .isEmpty();
        assertThat(answer.body().at("/steps")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksLifeCyclesAsWorkedOut(Example example) {
        var machine = example.input().path("machine").asString();
        var answer = api.post("/api/v1/community/lifecycles/" + machine + "/checks", example.input());

        assertThat(Examples.differences(example.expected(), answer.body())).isEmpty();
    }
}
