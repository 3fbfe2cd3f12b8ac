package cn.sanming.migrant.legalaid;

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

    @Test
    void publishesExactlyWhatIsAgreed() {
        var contracts = new EventContracts(Path.of("contracts/events"));
        assertThat(contracts.types()).hasSize(13);
        assertThat(contracts.differences("cn.sanming.migrant.legalaid")).isEmpty();
    }

    @Test
    void showsAnExampleOfEachEvent() throws IOException {
        for (var type : new EventContracts(Path.of("contracts/events")).types()) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("contracts/events", type + ".schema.json")));
            var example = Files.readString(Path.of("contracts/examples", type + ".json"));
            assertThat(schema.validate(example, InputFormat.JSON)).as(type).isEmpty();
        }
    }
}
