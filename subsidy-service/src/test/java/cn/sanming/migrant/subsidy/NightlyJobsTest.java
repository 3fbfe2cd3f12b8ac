package cn.sanming.migrant.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.jobs.PoisonedNight;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/// No case stops a nightly job of this department; it has a store of its own here.
@ServiceTest
@TestPropertySource(properties = "test.night=poisoned")
class NightlyJobsTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 6, 17);

    @Autowired
    List<DueWork> jobs;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    SettableClock clock;

    @Autowired
    QueryShapes shapes;

    @Test
    void aCaseThatAlwaysThrowsIsParkedInEveryStepAndTheNightIsDone() {
        clock.set(MONDAY.toString());
        var failedByThemselves = PoisonedNight.passes(jobs, mongo, clock, MONDAY);
        assertThat(failedByThemselves).isNotEmpty();
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }
}
