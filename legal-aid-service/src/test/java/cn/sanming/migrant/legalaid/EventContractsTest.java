package cn.sanming.migrant.legalaid;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.EventContracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventContractsTest {

    @Test
    void publishesExactlyWhatIsAgreed() {
        var contracts = new EventContracts(Path.of("contracts/events"));
        assertThat(contracts.types()).hasSize(13);
        assertThat(contracts.differences("cn.sanming.migrant.legalaid")).isEmpty();
    }
}
