package cn.sanming.migrant.wage.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import cn.sanming.migrant.wage.payroll.PayrollLine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
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

    private void owed(String id, String person) {
        var context = CommandContext.ofSystem(clock.instant());
        var arrears = new Arrears(
                id,
                CaseFile.opened(id, ArrearsLevel.NONE, "350430", context),
                "pr-" + id,
                null,
                "91350430MA0FJM0990",
                null,
                YearMonth.of(2024, 3),
                LocalDate.of(2024, 4, 15),
                List.of(),
                Money.ZERO);
        var net = Money.of("100.00");
        arrears.found(
                List.of(new PayrollLine(person, null, null, null, null, net, List.of(), net, false, null, null, null)),
                1,
                ArrearsLevel.YELLOW,
                context);
        mongo.save(arrears);
    }

    private int behind(String id) {
        return api.as(Who.officer("u-1", "350430", "INSPECTOR"))
                .get("/api/v1/wages/arrears/" + id)
                .body()
                .path("tenants_behind_with_rent")
                .asInt();
    }

    @Test
    void marksTheArrearsAndTellsTheLandlordOnceHoweverOftenItHears() {
        clock.set("2024-04-16");
        owed("ar-rent-1", "P-R1");
        owed("ar-rent-2", "P-R2");
        var first = Map.of("person_id", "P-R1", "months_overdue", 1, "amount", "308.00");
        var second = Map.of("person_id", "P-R1", "months_overdue", 2, "amount", "616.00");
        for (var news : List.of(first, first, second, first)) {
            events.publish("housing.rent.overdue", "le-1", "350430", clock.instant(), news);
        }
        events.publish(
                "housing.rent.overdue",
                "le-2",
                "350430",
                clock.instant(),
                Map.of("person_id", "P-R3", "months_overdue", 6, "amount", "1848.00"));
        Awaitility.await("the mark").atMost(Duration.ofSeconds(30)).until(() -> behind("ar-rent-1") == 1);
        assertThat(behind("ar-rent-2")).isZero();
        assertThat(events.await("wage.arrears.detected", "ar-rent-1")
                        .data()
                        .path("level")
                        .asString())
                .isEqualTo("YELLOW");
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }
}
