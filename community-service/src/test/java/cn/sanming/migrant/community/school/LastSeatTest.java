package cn.sanming.migrant.community.school;

import static cn.sanming.migrant.community.school.SchoolDistrict.application;
import static cn.sanming.migrant.community.school.SchoolDistrict.guardian;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Five hundred families, one seat: one gets it, the others stand in line, and nobody is refused.
@ServiceTest
@Import(SchoolDistrict.class)
class LastSeatTest {

    private static final int FAMILIES = 500;
    private static final String COUNTY = "350430";
    private static final Who OFFICER = Who.officer("edu-430", COUNTY, "EDU_OFFICER");

    @Autowired
    SchoolDistrict city;

    @Autowired
    SeatBook seats;

    @Autowired
    QueryShapes shapes;

    @Autowired
    MongoTemplate mongo;

    private static <T> List<T> atOnce(List<? extends Callable<T>> work)
            throws InterruptedException, ExecutionException {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = crowd.invokeAll(work);
            var all = new ArrayList<T>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        }
    }

    @Test
    void givesTheLastSeatToOneOfFiveHundredAndKeepsTheOthersInOrder() throws Exception {
        city.on("2024-05-06");
        var school = city.school(COUNTY, "PRIMARY", 2024, 1, Map.of());
        List<Callable<Api.Answer>> applying = IntStream.range(0, FAMILIES)
                .<Callable<Api.Answer>>mapToObj(i -> () -> city.post(
                        guardian("P-crowd-" + i),
                        "enrolments",
                        application("C-crowd-" + i, "P-crowd-" + i, COUNTY, 2024, "POINTS", List.of(school))))
                .toList();
        var ids = atOnce(applying).stream()
                .peek(answer -> assertThat(answer.status()).isEqualTo(201))
                .map(answer -> answer.text("/id"))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        atOnce(ids.stream()
                .<Callable<Integer>>map(id -> () -> city.post(OFFICER, "enrolments/" + id + "/verify", Map.of())
                        .status())
                .toList());
        city.on("2024-05-09").run("enrolment-score", "2024-05-09");
        city.done(
                OFFICER,
                "school-rankings/publications",
                Map.of("district", COUNTY, "school_year", 2024, "stage", "PRIMARY"));
        city.on("2024-05-17").run("enrolment-place", "2024-05-17");
        city.run("enrolment-place", "2024-05-17");

        var ranking = city.get(OFFICER, "school-rankings?district=" + COUNTY + "&school_year=2024&stage=PRIMARY")
                .path("items");
        assertThat(ranking.size()).isEqualTo(FAMILIES);
        assertThat(ranking.at("/0/state").asString()).isEqualTo("ADMITTED");
        assertThat(IntStream.range(1, FAMILIES)
                        .map(i -> ranking.at("/" + i + "/waiting_position").asInt())
                        .toArray())
                .containsExactly(IntStream.range(1, FAMILIES).toArray());
        assertThat(ranking)
                .filteredOn(row -> row.path("state").asString().equals("PUBLICISED"))
                .hasSize(FAMILIES - 1);

        var other = city.school(COUNTY, "PRIMARY", 2024, 1, Map.of());
        var waiting = ids.stream()
                .filter(id -> !id.equals(ranking.at("/0/enrolment_id").asString()))
                .toList();
        var statuses = atOnce(waiting.stream()
                .<Callable<Integer>>map(
                        id -> () -> city.post(OFFICER, "enrolments/" + id + "/coordinate", Map.of("school_id", other))
                                .status())
                .toList());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(FAMILIES - 2);
        var second =
                city.get(OFFICER, "enrolments/" + ranking.at("/1/enrolment_id").asString());
        assertThat(second.path("state").asString()).isEqualTo("COORDINATED");
        assertThat(city.get(OFFICER, "schools/" + other)
                        .at("/seats_by_year/2024/free")
                        .asInt())
                .isZero();
        assertThat(shapes.withoutIndex(mongo)).isEmpty();
    }

    @Test
    void hasNoPlaceForTwoOnOneChair() throws Exception {
        var school = "sc-chair";
        assertThat(seats.allot(school, 2024, SeatBook.PLAN, 1)).isTrue();
        var won = atOnce(IntStream.range(0, FAMILIES)
                .<Callable<Boolean>>mapToObj(i -> () -> seats.take(school, 2024, "se-" + i, Instant.EPOCH))
                .toList());
        assertThat(won).filteredOn(taken -> taken).hasSize(1);
        var holder = "se-" + won.indexOf(true);
        assertThat(seats.take(school, 2024, holder, Instant.EPOCH)).isTrue();
        assertThat(seats.allot(school, 2024, SeatBook.PLAN, 0)).isFalse();
        seats.release(school, 2024, holder);
        seats.release(school, 2024, holder);
        assertThat(seats.of(school)).singleElement().satisfies(row -> assertThat(row.free())
                .isEqualTo(1));
    }
}
