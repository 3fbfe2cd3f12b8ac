package cn.sanming.migrant.job;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.EventContracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractTest {

    @Test
    void publishesExactlyWhatItsContractsSay() {
        var contracts = new EventContracts(Path.of("contracts/events"));
        assertThat(contracts.differences("cn.sanming.migrant.job")).isEmpty();
    }
}
