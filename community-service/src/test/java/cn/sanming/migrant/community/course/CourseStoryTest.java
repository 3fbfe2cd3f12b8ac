package cn.sanming.migrant.community.course;

import static cn.sanming.migrant.community.Place.COUNTY;
import static cn.sanming.migrant.community.Place.UNION;
import static cn.sanming.migrant.community.Place.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.Place;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Courses over HTTP: from the survey of needs to the last session, and the rush for the last place.
@ServiceTest
@Import(Place.class)
class CourseStoryTest {

    @Autowired
    Place place;

    @AfterEach
    void everyQueryHasAnIndex() {
        place.everyQueryHasAnIndex();
    }

    private String offline(int capacity, String... days) {
        var id = place.done(
                        UNION,
                        "courses",
                        Map.of(
                                "title",
                                "公益学堂",
                                "mode",
                                "OFFLINE",
                                "teacher",
                                "林老师",
                                "district",
                                COUNTY,
                                "sessions",
                                List.of(days),
                                "capacity",
                                capacity))
                .text("/id");
        place.done(UNION, "courses/" + id + "/publish");
        return id;
    }

    @Test
    void givesTheLastPlaceToExactlyOneOfFiveHundredAndQueuesTheOthersInOrder() throws Exception {
        place.on("2024-06-03");
        var course = offline(1, "2024-07-01");
        var start = new CountDownLatch(1);
        List<Api.Answer> answers;
        long began;
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> asked = IntStream.range(0, 500)
                    .mapToObj(number -> crowd.submit(() -> {
                        start.await();
                        return place.post(worker("C-" + number), "courses/" + course + "/enrol", Map.of());
                    }))
                    .toList();
            began = System.nanoTime();
            start.countDown();
            var all = new ArrayList<Api.Answer>();
            for (var one : asked) {
                all.add(one.get());
            }
            answers = all;
        }
        System.out.println(
                "500 at once: " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers)
                .filteredOn(answer -> answer.text("/state").equals("ENROLLED"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.text("/error").equals("CLASS_FULL"))
                .extracting(answer -> answer.body().path("waiting_number").asInt())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 499).boxed().toList());
    }
}
