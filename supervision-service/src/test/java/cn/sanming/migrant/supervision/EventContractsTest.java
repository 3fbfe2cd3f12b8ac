package cn.sanming.migrant.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events.Seen;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class EventContractsTest {

    private static final EventContracts CONTRACTS = new EventContracts(Path.of("contracts/events"));

    static Iterable<String> types() {
        return CONTRACTS.types();
    }

    @Test
    void publishesExactlyWhatIsAgreed() {
        assertThat(CONTRACTS.types()).hasSize(10);
        assertThat(CONTRACTS.differences("cn.sanming.migrant.supervision")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void showsConsumersAnExampleThatFulfilsTheContract(String type) {
        var data = JsonMapper.shared()
                .readTree(Path.of("contracts/examples", type + ".json").toFile());
        assertThat(CONTRACTS.violations(new Seen("e-1", "cn.sanming." + type + ".v1", "s-1", 1, data, null)))
                .isEmpty();
    }
}
