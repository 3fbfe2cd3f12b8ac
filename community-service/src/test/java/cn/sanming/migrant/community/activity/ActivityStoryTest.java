package cn.sanming.migrant.community.activity;

import static cn.sanming.migrant.community.Place.COUNTY;
import static cn.sanming.migrant.community.Place.CULTURE;
import static cn.sanming.migrant.community.Place.CULTURE_ELSEWHERE;
import static cn.sanming.migrant.community.Place.FIRM;
import static cn.sanming.migrant.community.Place.HEALTH;
import static cn.sanming.migrant.community.Place.OTHER_COUNTY;
import static cn.sanming.migrant.community.Place.UNION;
import static cn.sanming.migrant.community.Place.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.community.Place;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Activities over HTTP: tickets, the day, the report, the counts of a year, and partners who are listed.
@ServiceTest
@Import(Place.class)
class ActivityStoryTest {

    @Autowired
    Place place;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @AfterEach
    void everyQueryHasAnIndex() {
        place.everyQueryHasAnIndex();
    }

    private static Map<String, Object> plan(String category, String day) {
        var plan = new HashMap<String, Object>();
        plan.put("title", "“夜三明”百姓大舞台");
        plan.put("category", category);
        plan.put("district", COUNTY);
        plan.put("held_on", day);
        return plan;
    }

    private String announced(Map<String, Object> plan) {
        var id = place.done(CULTURE, "activities", plan).text("/id");
        place.done(CULTURE, "activities/" + id + "/announce");
        return id;
    }

    private void held(Map<String, Object> plan, String day) {
        var id = announced(plan);
        place.on(day).done(CULTURE, "activities/" + id + "/hold", Map.of("visitors", 10, "migrant_visitors", 4));
    }

    @Test
    void leadsFromTheTicketToTheReport() {
        place.on("2024-09-10");
        var plan = plan("NIGHT_SANMING", "2024-09-17");
        plan.put("festival", "MID_AUTUMN");
        plan.put("capacity", 2);
        var id = announced(plan);
        var path = "activities/" + id;
        assertThat(place.look("activities/programme?district=" + COUNTY + "&category=NIGHT_SANMING")
                        .body()
                        .at("/items/0/places_left")
                        .asInt())
                .isEqualTo(2);
        place.done(worker("A-1"), path + "/book");
        place.done(worker("A-2"), path + "/book");
        assertThat(place.done(worker("A-3"), path + "/book").text("/state")).isEqualTo("WAITLISTED");
        place.refused(worker("A-3"), path + "/book", Map.of(), 409, "HAS_A_TICKET");
        place.done(worker("A-1"), path + "/give_back");
        assertThat(place.get(worker("A-3"), path).body().path("place").asBoolean())
                .isTrue();
        assertThat(place.get(worker("A-3"), path).body().has("holders")).isFalse();

        place.refused(CULTURE, path + "/hold", Map.of(), 422, "NOT_HELD_YET");
        place.refused(CULTURE, path + "/check_in", Map.of("person_ids", List.of("A-3")), 422, "NOT_HELD_YET");
        place.refused(CULTURE_ELSEWHERE, path + "/hold", Map.of(), 404);
        place.on("2024-09-17");
        place.done(CULTURE, path + "/check_in", Map.of("person_ids", List.of("A-3")));
        var held = place.done(CULTURE, path + "/hold").body();
        assertThat(held.path("no_shows").asInt()).isEqualTo(1);
        assertThat(held.path("report_by").asString()).isEqualTo("2024-09-24");
        place.refused(worker("A-2"), path + "/give_back", Map.of(), 409, "NOT_OPEN");
        place.on("2024-09-24").done(CULTURE, path + "/report", Map.of("visitors", 300, "migrant_visitors", 180));
        var said = place.published("community.activity.held", id, 2);
        assertThat(said.getFirst().data().path("visitors").asInt()).isEqualTo(1);
        assertThat(said.getLast().data().path("visitors").asInt()).isEqualTo(300);
        assertThat(said.getLast().data().path("festival").asString()).isEqualTo("MID_AUTUMN");
        assertThat(place.done(worker("A-3"), path + "/ratings", Map.of("stars", 5))
                        .text("/mean"))
                .isEqualTo("5.00");
        assertThat(place.done(worker("A-2"), path + "/ratings", Map.of("stars", 2))
                        .text("/mean"))
                .isEqualTo("3.50");
        place.everythingPublishedIsAsAgreed();
    }

    @Test
    void announcesOnlyWhatIsFree() {
        place.on("2024-09-10");
        var plan = plan("SQUARE", "2024-09-20");
        plan.put("price", "0.01");
        var id = place.done(CULTURE, "activities", plan).text("/id");
        place.refused(CULTURE, "activities/" + id + "/announce", Map.of(), 422, "PRICE_MUST_BE_ZERO");
        place.done(CULTURE, "activities/" + id + "/replan", Map.of("price", "0.00"));
        place.done(CULTURE, "activities/" + id + "/announce");
        place.refused(CULTURE, "activities/" + id + "/replan", Map.of("price", "5.00"), 422, "ONLY_WHILE_PLANNED");
        place.refused(
                CULTURE,
                "activities/" + id + "/postpone",
                Map.of("held_on", "2024-09-09"),
                422,
                "POSTPONED_INTO_THE_PAST");
        var postponed = place.done(CULTURE, "activities/" + id + "/postpone", Map.of("held_on", "2024-09-27"));
        assertThat(postponed.text("/state")).isEqualTo("PLANNED");
        assertThat(postponed.text("/held_on")).isEqualTo("2024-09-27");
        place.done(CULTURE, "activities/" + id + "/replan", Map.of("capacity", 1));
        place.done(CULTURE, "activities/" + id + "/announce");
        place.done(worker("B-1"), "activities/" + id + "/book");
        place.done(CULTURE, "activities/" + id + "/postpone");
        place.done(CULTURE, "activities/" + id + "/replan", Map.of("capacity", 2));
        place.done(CULTURE, "activities/" + id + "/announce");
        place.done(worker("B-2"), "activities/" + id + "/book");
        place.done(CULTURE, "activities/" + id + "/postpone");
        place.refused(CULTURE, "activities/" + id + "/replan", Map.of("capacity", 1), 422, "PLACES_ARE_TAKEN");
        place.done(CULTURE, "activities/" + id + "/cancel", Map.of("reason", "下雨"));
        place.refused(CULTURE, "activities/" + id + "/hold", Map.of(), 409, "ILLEGAL_TRANSITION");
    }

    @Test
    void asksForTopicAndIndustryOfAHealthEducation() {
        place.on("2024-09-10");
        var plan = plan("HEALTH_EDUCATION", "2024-09-20");
        place.refused(HEALTH, "activities", plan, 400, "REQUIRED", "REQUIRED");
        plan.put("topic", "尘肺病预防");
        plan.put("industry", "MINING");
        place.done(HEALTH, "activities", plan);
        plan.put("district", "110000");
        place.refused(HEALTH, "activities", plan, 400, "UNKNOWN_DISTRICT");
        plan.put("district", OTHER_COUNTY);
        place.refused(HEALTH, "activities", plan, 403, "OTHER_DISTRICT");
        place.refused(worker("A-9"), "activities", plan, 403, "FORBIDDEN_ROLE");
    }

    @Test
    void countsFestivalsWeeksAndKindsOfAYear() {
        for (var festival : List.of("SPRING", "LANTERN", "QINGMING", "DRAGON_BOAT")) {
            place.on("2025-01-01");
            var plan = plan("SANBAI_1", "2025-02-01");
            plan.put("festival", festival);
            held(plan, "2025-02-01");
        }
        var before = place.look("activities/festival-coverage?year=2025&district=" + COUNTY)
                .body();
        assertThat(before.toString()).isEqualTo("{\"covered\":4,\"missing\":[\"MID_AUTUMN\"],\"met\":false}");
        place.on("2025-01-01");
        var plan = plan("VILLAGE_GALA", "2025-10-06");
        plan.put("festival", "MID_AUTUMN");
        held(plan, "2025-10-06");
        var after = place.look("activities/festival-coverage?year=2025&district=" + COUNTY)
                .body();
        assertThat(after.path("met").asBoolean()).isTrue();
        assertThat(place.look("activities/festival-coverage?year=2025&district=" + OTHER_COUNTY)
                        .body()
                        .path("covered")
                        .asInt())
                .isZero();
        var counts = place.look("activities/counts?year=2025").body();
        assertThat(counts.at("/held/SANBAI_1").asInt()).isEqualTo(4);
        assertThat(counts.at("/held/VILLAGE_GALA").asInt()).isEqualTo(1);
        assertThat(counts.at("/sanbai/0/target").asInt()).isEqualTo(100);
    }

    /// The ISO year 2026 has 53 weeks, from 29 December 2025 to 3 January 2027.
    @Test
    void wantsAShowInEveryWeekOfTheIsoYear() {
        var first = LocalDate.parse("2025-12-29");
        for (int week = 0; week < 52; week++) {
            var day = first.plusWeeks(week).toString();
            place.on(day);
            held(plan("WEEKLY_SHOW", day), day);
        }
        var before = place.look("activities/weekly-shows?iso_year=2026").body();
        assertThat(before.toString()).isEqualTo("{\"iso_weeks\":53,\"ratio_percent\":\"98.11\",\"met\":false}");
        place.on("2027-01-03");
        held(plan("WEEKLY_SHOW", "2027-01-03"), "2027-01-03");
        var after = place.look("activities/weekly-shows?iso_year=2026").body();
        assertThat(after.path("met").asBoolean()).isTrue();
        assertThat(place.look("activities/weekly-shows?iso_year=2027")
                        .body()
                        .path("ratio_percent")
                        .asString())
                .isEqualTo("0.00");
    }

    @Test
    void partsWithAListedFirmAndTakesItBackOnlyWhenItLeavesTheList() {
        place.on("2024-06-03");
        var firm = FIRM;
        var plan = plan("SPORTS", "2024-06-20");
        plan.put("partners", List.of(firm));
        var toCome = announced(plan);
        var over = announced(plan);
        place.on("2024-06-20").done(CULTURE, "activities/" + over + "/hold", Map.of("visitors", 5));
        var course = Map.of(
                "title",
                "微课堂",
                "mode",
                "ONLINE",
                "teacher",
                "王老师",
                "district",
                COUNTY,
                "sessions",
                List.of("2024-07-01"),
                "partners",
                List.of(firm));
        var lesson = place.done(UNION, "courses", course).text("/id");

        var listed = Instant.parse("2024-06-20T02:00:00Z");
        listing("e-1", "wage.blacklist.listed", listed);
        await("out of the activity")
                .atMost(Duration.ofSeconds(20))
                .until(() -> partners(CULTURE, "activities/" + toCome) == 0);
        await("out of the course")
                .atMost(Duration.ofSeconds(20))
                .until(() -> partners(UNION, "courses/" + lesson) == 0);
        assertThat(partners(CULTURE, "activities/" + over)).isEqualTo(1);
        place.refused(CULTURE, "activities", plan, 422, "BLACKLISTED_EMPLOYER");
        place.refused(UNION, "courses", course, 422, "BLACKLISTED_EMPLOYER");

        // repeated, and older news that arrive late, change nothing
        listing("e-1", "wage.blacklist.listed", listed);
        listing("e-0", "wage.blacklist.removed", listed.minusSeconds(3600));
        listing("e-2", "wage.blacklist.removed", listed.plusSeconds(3600));
        await("allowed again")
                .atMost(Duration.ofSeconds(20))
                .until(() -> place.post(CULTURE, "activities", plan).status() == 201);
        listing("e-3", "wage.blacklist.listed", listed.minusSeconds(7200));
        assertThat(place.get(CULTURE, "activities/" + toCome).body().path("dismissed_partners"))
                .hasSize(1);
        var handled = place.done(CULTURE, "activities", plan).text("/id");
        assertThat(partners(CULTURE, "activities/" + handled)).isEqualTo(1);
    }

    private int partners(Who who, String path) {
        return place.get(who, path).body().path("partners").size();
    }

    private void listing(String id, String type, Instant time) {
        events.publish(id, 1, type, "bl-1", COUNTY, time, Place.wageExample(type));
    }
}
