package cn.sanming.migrant.subsidy;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.GivenFigures;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What alerts and dashboard ask this room for is there before anything has happened.
@ServiceTest
class FiguresTest {

    @Autowired
    Api api;

    @Test
    void areThereFromTheStart() throws IOException {
        GivenFigures.areGivenBy("subsidy-service", api.management().get("/actuator/prometheus"));
    }
}
