package cn.sanming.migrant.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.OpenApiContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ContractTest {

    @Autowired
    Api api;

    @Test
    void offersWhatTheCommittedContractSays() {
        assertThat(OpenApiContract.difference(api, Path.of("contracts/operations.txt")))
                .isEmpty();
    }
}
