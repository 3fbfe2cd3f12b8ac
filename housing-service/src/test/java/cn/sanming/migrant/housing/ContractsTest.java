package cn.sanming.migrant.housing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.EventContracts;
import cn.sanming.migrant.platform.test.OpenApiContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractsTest extends HousingTest {

    @Test
    void publishesExactlyWhatIsAgreed() {
        assertThat(new EventContracts(Path.of("contracts/events")).differences("cn.sanming.migrant.housing"))
                .isEmpty();
    }

    @Test
    void offersExactlyTheCommittedApi() {
        assertThat(OpenApiContract.difference(api, Path.of("contracts/operations.txt")))
                .isEmpty();
    }
}
