package cn.sanming.migrant.gateway;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.GivenFigures;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What alerts and dashboard ask the door for is there before anything has happened.
@GatewayTest
class FiguresTest {

    @Autowired
    Api api;

    @Test
    void areThereFromTheStart() throws IOException {
        GivenFigures.areGivenBy("gateway", api.management().get("/actuator/prometheus"));
    }
}
