package cn.sanming.migrant.community.course;

import static cn.sanming.migrant.community.Place.COUNTY;
import static cn.sanming.migrant.community.Place.CULTURE;
import static cn.sanming.migrant.community.Place.OTHER_COUNTY;
import static cn.sanming.migrant.community.Place.UNION;
import static cn.sanming.migrant.community.Place.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.Place;
import cn.sanming.migrant.platform.test.Api.Answer;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// Courses over HTTP: from the survey of needs to the last session, and the rush for the last place.
@ServiceTest
@Import(Place.class)
class CourseStoryTest {

    private static final Who UNION_ELSEWHERE = Who.officer("uni-2", OTHER_COUNTY, "UNION_OFFICER");

    @Autowired
    Place place;

    @AfterEach
    void everyQueryHasAnIndex() {
        place.everyQueryHasAnIndex();
    }

    private static Map<String, Object> plan(int capacity, String... days) {
        var plan = new HashMap<String, Object>();
        plan.put("title", "公益学堂：普通话");
        plan.put("mode", "OFFLINE");
        plan.put("teacher", "林老师");
        plan.put("district", COUNTY);
        plan.put("sessions", List.of(days));
        plan.put("capacity", capacity);
        return plan;
    }

    private String open(Map<String, Object> plan) {
        var id = place.done(UNION, "courses", plan).text("/id");
        place.done(UNION, "courses/" + id + "/publish");
        return id;
    }

    /// Everybody at once; the answers in the order of the numbers.
    private static List<Answer> rush(int crowd, IntFunction<Answer> ask) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, crowd)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return ask.apply(number);
                    }))
                    .toList();
            start.countDown();
            for (var one : asked) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private static List<String> persons(JsonNode course, String state) {
        return course.path("enrolments")
                .valueStream()
                .filter(each -> each.path("state").asString().equals(state))
                .map(each -> each.path("person_id").asString())
                .toList();
    }

    @Test
    void givesTheLastPlaceToExactlyOneOfFiveHundredAndQueuesTheOthersInOrder() throws Exception {
        place.on("2024-06-03");
        var course = open(plan(2, "2024-07-01"));
        place.done(worker("C-first"), "courses/" + course + "/enrol");
        var answers = rush(500, number -> place.post(worker("C-" + number), "courses/" + course + "/enrol", Map.of()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        var enrolled = answers.stream()
                .filter(answer -> answer.text("/state").equals("ENROLLED"))
                .toList();
        assertThat(enrolled).hasSize(1);
        var queue = new String[499];
        for (var answer : answers) {
            if (answer.text("/state").equals("WAITLISTED")) {
                assertThat(answer.text("/error")).isEqualTo("CLASS_FULL");
                queue[answer.body().path("waiting_number").asInt() - 1] = answer.text("/person_id");
            }
        }
        var seen = place.get(UNION, "courses/" + course).body();
        assertThat(persons(seen, "ENROLLED"))
                .containsExactly("C-first", enrolled.getFirst().text("/person_id"));
        assertThat(persons(seen, "WAITLISTED")).containsExactly(queue);

        place.done(worker("C-first"), "courses/" + course + "/drop");
        var after = place.get(UNION, "courses/" + course).body();
        assertThat(persons(after, "ENROLLED"))
                .containsExactly(enrolled.getFirst().text("/person_id"), queue[0]);
        assertThat(persons(after, "WAITLISTED")).startsWith(queue[1], queue[2]).hasSize(498);
        assertThat(persons(after, "DROPPED")).containsExactly("C-first");
    }

    @Test
    void losesNobodyWhileOthersDropOut() throws Exception {
        place.on("2024-06-03");
        var course = open(plan(10, "2024-07-01"));
        for (int number = 0; number < 40; number++) {
            place.done(worker("D-" + number), "courses/" + course + "/enrol");
        }
        var answers = rush(
                80,
                number -> number < 40
                        ? place.post(worker("D-" + number), "courses/" + course + "/drop", Map.of())
                        : place.post(worker("D-" + number), "courses/" + course + "/enrol", Map.of()));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isBetween(200, 201));
        var seen = place.get(UNION, "courses/" + course).body();
        assertThat(persons(seen, "ENROLLED"))
                .hasSize(10)
                .allMatch(person -> Integer.parseInt(person.substring(2)) > 39);
        assertThat(persons(seen, "WAITLISTED")).hasSize(30);
        assertThat(persons(seen, "DROPPED")).hasSize(40);
    }

    @Test
    void enrolsNobodyTwiceHoweverOftenTheyAsk() throws Exception {
        place.on("2024-06-03");
        var course = open(plan(5, "2024-07-01"));
        var answers = rush(30, _ -> place.post(worker("E-1"), "courses/" + course + "/enrol", Map.of()));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(29);
        assertThat(place.get(UNION, "courses/" + course).body().path("enrolled").asInt())
                .isEqualTo(1);
    }

    @Test
    void completesWithThoseWhoCame() {
        place.on("2024-06-03");
        var course = open(plan(2, "2024-07-01", "2024-07-08"));
        var path = "courses/" + course;
        assertThat(place.done(worker("F-1"), path + "/enrol").text("/state")).isEqualTo("ENROLLED");
        place.done(UNION, path + "/enrol", Map.of("person_id", "F-2", "migrant_worker", false));
        var third = place.done(worker("F-3"), path + "/enrol");
        assertThat(third.text("/state")).isEqualTo("WAITLISTED");
        assertThat(third.text("/error")).isEqualTo("CLASS_FULL");
        place.refused(worker("F-1"), path + "/enrol", Map.of(), 409, "HAS_A_TICKET");
        place.refused(worker("F-1"), path + "/enrol", Map.of("person_id", "F-9"), 403, "ONLY_FOR_YOURSELF");
        place.refused(worker("F-9"), path + "/drop", Map.of(), 404, "HAS_NO_TICKET");
        place.refused(CULTURE, path + "/enrol", Map.of("person_id", "F-9"), 403, "FORBIDDEN_ROLE");
        place.refused(UNION_ELSEWHERE, path + "/enrol", Map.of("person_id", "F-9"), 403, "OTHER_DISTRICT");

        assertThat(place.get(worker("F-3"), path).body().path("waiting_number").asInt())
                .isEqualTo(1);
        assertThat(persons(place.get(worker("F-3"), path).body(), "WAITLISTED")).containsExactly("F-3");
        assertThat(place.get(worker("F-9"), path).status()).isEqualTo(404);
        assertThat(place.get(worker("F-3"), "courses").body().path("items")).hasSize(1);

        place.refused(UNION, path + "/complete", Map.of(), 422, "SESSIONS_TO_COME", "ATTENDANCE_RECORDED");
        place.on("2024-07-08");
        var first = Map.of("on", "2024-07-01", "person_ids", List.of("F-1", "F-2"));
        place.refused(
                UNION,
                path + "/attendance",
                Map.of("on", "2024-07-02", "person_ids", List.of("F-3")),
                422,
                "NO_SESSION_ON_THAT_DAY",
                "HAS_NO_TICKET");
        place.done(UNION, path + "/attendance", first);
        place.refused(UNION, path + "/complete", Map.of(), 422, "ATTENDANCE_RECORDED");
        place.done(worker("F-1"), path + "/drop");
        place.done(UNION, path + "/attendance", Map.of("on", "2024-07-08", "person_ids", List.of("F-3")));
        var done = place.done(UNION, path + "/complete").body();
        assertThat(persons(done, "COMPLETED")).containsExactly("F-2", "F-3");
        assertThat(persons(done, "DROPPED")).containsExactly("F-1");
        var event = place.published("community.course.completed", course, 1).getLast();
        assertThat(event.data().toString())
                .isEqualTo("{\"mode\":\"OFFLINE\",\"sessions\":2,\"participants\":2,\"migrant_participants\":1}");
        place.refused(worker("F-4"), path + "/enrol", Map.of(), 409, "NOT_OPEN");
        assertThat(place.done(worker("F-3"), path + "/ratings", Map.of("stars", 4))
                        .text("/mean"))
                .isEqualTo("4.00");
        place.refused(worker("F-3"), path + "/ratings", Map.of("stars", 6), 400, "MAX");
        place.everythingPublishedIsAsAgreed();
    }

    @Test
    void hasNoLimitOnlineAndAsksForACapacityOffline() {
        place.on("2024-06-03");
        var plan = plan(3, "2024-07-01");
        plan.put("mode", "ONLINE");
        place.refused(UNION, "courses", plan, 400, "ONLINE_HAS_NO_CAPACITY");
        plan.remove("capacity");
        var course = open(plan);
        for (int number = 0; number < 5; number++) {
            assertThat(place.done(worker("G-" + number), "courses/" + course + "/enrol")
                            .text("/state"))
                    .isEqualTo("ENROLLED");
        }
        plan.put("mode", "OFFLINE");
        place.refused(UNION, "courses", plan, 400, "REQUIRED");
        assertThat(place.look("courses/offer?district=" + COUNTY).body().path("items"))
                .anySatisfy(offered -> assertThat(offered.path("id").asString()).isEqualTo(course));
    }

    @Test
    void neverCostsAnything() {
        place.on("2024-06-03");
        var plan = plan(3, "2024-07-01");
        plan.put("price", "10.00");
        var id = place.done(UNION, "courses", plan).text("/id");
        place.refused(UNION, "courses/" + id + "/publish", Map.of(), 422, "PRICE_MUST_BE_ZERO");
        place.done(UNION, "courses/" + id + "/cancel");
    }

    @Test
    void plansCoursesByTheVotesOfTheYear() {
        place.on("2024-03-01");
        var survey = place.done(
                        UNION,
                        "need-surveys",
                        Map.of(
                                "district",
                                COUNTY,
                                "year",
                                2024,
                                "topics",
                                List.of("普通话", "安全生产", "法律", "急救"),
                                "open_until",
                                "2024-03-31"))
                .text("/id");
        var again = place.post(
                UNION,
                "need-surveys",
                Map.of("district", COUNTY, "year", 2024, "topics", List.of("x"), "open_until", "2024-03-31"));
        assertThat(again.status()).isEqualTo(409);
        var votes = "need-surveys/" + survey + "/votes";
        place.done(worker("H-1"), votes, Map.of("topics", List.of("法律", "急救")));
        place.done(worker("H-2"), votes, Map.of("topics", List.of("法律", "普通话", "急救")));
        place.done(worker("H-2"), votes, Map.of("topics", List.of("法律")));
        place.refused(
                worker("H-3"),
                votes,
                Map.of("topics", List.of("法律", "急救", "普通话", "跳舞")),
                422,
                "TOO_MANY_TOPICS",
                "UNKNOWN_TOPIC");
        place.on("2024-03-31").done(worker("H-3"), votes, Map.of("topics", List.of("急救")));
        place.on("2024-04-01").refused(worker("H-4"), votes, Map.of("topics", List.of("急救")), 422, "SURVEY_OVER");
        var plan = plan(20, "2024-07-01");
        plan.put("topic", "急救");
        place.done(UNION, "courses", plan);
        var wishes = place.look("need-surveys/" + survey + "/plan").body();
        assertThat(wishes.path("voters").asInt()).isEqualTo(3);
        assertThat(wishes.path("wishes").toString())
                .isEqualTo(
                        "[{\"topic\":\"法律\",\"votes\":2,\"courses\":0},{\"topic\":\"急救\",\"votes\":2,\"courses\":1},"
                                + "{\"topic\":\"普通话\",\"votes\":0,\"courses\":0},{\"topic\":\"安全生产\",\"votes\":0,\"courses\":0}]");
    }
}
