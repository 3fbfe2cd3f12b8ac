package cn.sanming.migrant.wage.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.jobs.JobRunner;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.wage.payroll.PayrollSteps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// A tenant who cannot pay the rent because the wages are owed.
@ServiceTest
class RentReactionTest {

    @Autowired
    Api api;

    @Autowired
    SettableClock clock;

    @Autowired
    Events events;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    private static final String FIRM = "91350404MA0FJM111H";

    @Autowired
    JobRunner jobs;

    /// @return the workers of the month, who are owed 100.00 each
    private List<String> owed(String period, int... workers) {
        var rows = IntStream.of(workers)
                .mapToObj(n -> PayrollSteps.row(n, "100.00"))
                .toArray(String[]::new);
        var steps = new PayrollSteps(api, FIRM);
        var id = steps.uploaded(period, PayrollSteps.sheet(rows));
        return steps.lines(id).stream()
                .map(line -> line.path("person_id").asString())
                .toList();
    }

    private String arrears(String period) {
        var all = api.as(Who.firm(FIRM)).get("/api/v1/wages/arrears").body().at("/items");
        return all.valueStream()
                .filter(item -> item.path("period").asString().equals(period))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private int behind(String id) {
        return api.as(Who.officer("u-1", "350404", "INSPECTOR"))
                .get("/api/v1/wages/arrears/" + id)
                .body()
                .path("tenants_behind_with_rent")
                .asInt();
    }

    @Test
    void marksTheArrearsAndTellsTheLandlordOnceHoweverOftenItHears() {
        clock.set("2024-04-10");
        var victim = owed("2024-03", 1).getFirst();
        owed("2024-02", 2);
        var from = clock.instant();
        jobs.forgetAfter(from);
        clock.set("2024-04-16");
        jobs.dueBetween(from, clock.instant()).forEach(jobs::perform);
        var first = Map.of("person_id", victim, "months_overdue", 1, "amount", "308.00");
        var second = Map.of("person_id", victim, "months_overdue", 2, "amount", "616.00");
        for (var news : List.of(first, first, second, first)) {
            events.publish("housing.rent.overdue", "le-1", "350430", clock.instant(), news);
        }
        events.publish(
                "housing.rent.overdue",
                "le-2",
                "350430",
                clock.instant(),
                Map.of("person_id", "P-R3", "months_overdue", 6, "amount", "1848.00"));
        Awaitility.await("the mark").atMost(Duration.ofSeconds(30)).until(() -> behind(arrears("2024-03")) == 1);
        assertThat(behind(arrears("2024-02"))).isZero();
        assertThat(events.await("wage.arrears.detected", arrears("2024-03"))
                        .data()
                        .path("level")
                        .asString())
                .isEqualTo("YELLOW");
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }
}
