package cn.sanming.migrant.legalaid;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Examples;
import cn.sanming.migrant.platform.test.Examples.Example;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedExamplesTest {

    static Stream<Example> rules() {
        return Examples.rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void decidesAsWorkedOut(Example example) {
        var result = RulesOfTheHouse.evaluate(example.rule(), example.input());
        assertThat(Examples.differences(example.expected(), result)).isEmpty();
    }
}
