package cn.sanming.migrant.wage;

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
class EventContractsTest {

    private final EventContracts contracts = new EventContracts(Path.of("contracts/events"));

    @Test
    void recordsAndSchemasAgree() {
        assertThat(contracts.differences("cn.sanming.migrant.wage")).isEmpty();
    }

    @Test
    void examplesFollowTheirSchemas() throws IOException {
        var faults = new ArrayList<String>();
        try (var examples = Files.list(Path.of("contracts/examples"))) {
            for (var example : examples.toList()) {
                var type = example.getFileName().toString().replace(".json", "");
                var data = JsonMapper.shared().readTree(example.toFile());
                faults.addAll(contracts.violations(
                        new Events.Seen("1", "cn.sanming." + type + ".v1", "subject", 1, data, null)));
            }
        }
        assertThat(faults).isEmpty();
    }
}
