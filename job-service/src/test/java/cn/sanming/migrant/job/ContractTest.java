package cn.sanming.migrant.job;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What this room publishes, its schemas and its examples say the same.
class ContractTest {

    private final EventContracts contracts = new EventContracts(Path.of("contracts/events"));

    @Test
    void publishesExactlyWhatItsContractsSay() {
        assertThat(contracts.types()).hasSize(18);
        assertThat(contracts.differences("cn.sanming.migrant.job")).isEmpty();
    }

    @Test
    void showsAnExampleOfEachEvent() throws IOException {
        var faults = new ArrayList<String>();
        for (var type : contracts.types()) {
            var example = Files.readString(Path.of("contracts/examples", type + ".json"));
            var data = JsonMapper.shared().readTree(example);
            faults.addAll(
                    contracts.violations(new Events.Seen("1", "cn.sanming." + type + ".v1", "subject", 1, data, null)));
        }
        assertThat(faults).isEmpty();
    }
}
