package cn.sanming.migrant.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.EventContracts;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventContractsTest {

    private static final EventContracts CONTRACTS = new EventContracts(Path.of("contracts/events"));

    @Test
    void publishesExactlyWhatIsAgreed() {
        assertThat(CONTRACTS.types()).hasSize(12);
        assertThat(CONTRACTS.differences("cn.sanming.migrant.community")).isEmpty();
    }

    @Test
    void showsAnExampleOfEachEvent() throws IOException {
        for (var type : CONTRACTS.types()) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("contracts/events", type + ".schema.json")));
            var example = Files.readString(Path.of("contracts/examples", type + ".json"));
            assertThat(schema.validate(example, InputFormat.JSON)).as(type).isEmpty();
        }
    }
}
