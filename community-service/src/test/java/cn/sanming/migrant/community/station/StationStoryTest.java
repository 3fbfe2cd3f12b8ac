package cn.sanming.migrant.community.station;

import static cn.sanming.migrant.community.Place.COUNTY;
import static cn.sanming.migrant.community.Place.CULTURE;
import static cn.sanming.migrant.community.Place.OTHER_COUNTY;
import static cn.sanming.migrant.community.Place.UNION;
import static cn.sanming.migrant.community.Place.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.community.Place;
import cn.sanming.migrant.community.opening.WeekHours;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/// Rest stations over HTTP: opening, equipment, hot days, and the way to the nearest.
@ServiceTest
@Import(Place.class)
class StationStoryTest {

    private static final List<String> ALL = List.of("SEAT", "WATER", "CHARGER", "MICROWAVE", "FIRST_AID", "COOLING");

    @Autowired
    Place place;

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    MongoTemplate mongo;

    @AfterEach
    void everyQueryHasAnIndex() {
        place.everyQueryHasAnIndex();
    }

    private static Map<String, Object> plan(
            String district, double latitude, double longitude, List<String> facilities) {
        var plan = new HashMap<String, Object>();
        plan.put("name", "爱心驿站");
        plan.put("address", "列东街1号");
        plan.put("district", district);
        plan.put("position", Map.of("latitude", latitude, "longitude", longitude));
        plan.put("capacity", 12);
        plan.put("facilities", facilities);
        var days = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
        plan.put("open_hours", Map.of("spans", List.of(Map.of("days", days, "from", "08:00", "to", "18:00"))));
        return plan;
    }

    @Test
    void opensOnlyWithEverythingItMustHave() {
        place.on("2024-07-01");
        var id = place.done(UNION, "stations", plan(COUNTY, 25.51, 116.41, ALL.subList(0, 4)))
                .text("/id");
        var path = "stations/" + id;
        place.refused(UNION, path + "/open", Map.of(), 422, "FACILITY_MISSING", "FACILITY_MISSING");
        place.refused(CULTURE, path + "/open", Map.of(), 403, "FORBIDDEN_ROLE");
        place.refused(UNION, path + "/equip", Map.of("facilities", List.of("SEAT", "SAUNA")), 400, "UNKNOWN_FACILITY");
        var equipped = new ArrayList<>(ALL);
        equipped.add("WIFI");
        place.done(UNION, path + "/equip", Map.of("facilities", equipped));
        place.done(UNION, path + "/open");
        var event = place.published("community.reststation.opened", id, 1).getFirst();
        assertThat(event.data().path("open_hours").asString()).isEqualTo("MON,TUE,WED,THU,FRI 08:00-18:00");
        assertThat(event.data().path("facilities")).hasSize(7);

        place.refused(UNION, path + "/equip", Map.of("facilities", ALL.subList(0, 5)), 422, "FACILITY_MISSING");
        place.refused(UNION, path + "/suspend", Map.of(), 422, "SUSPENSION_REASON", "SUSPENSION_UNTIL");
        place.refused(
                UNION,
                path + "/suspend",
                Map.of("reason", "装修", "until", "2024-06-30"),
                422,
                "SUSPENSION_ENDS_BEFORE_TODAY");
        place.done(UNION, path + "/suspend", Map.of("reason", "装修", "until", "2024-07-01"));
        assertThat(nearestIds(25.51, 116.41, 1)).doesNotContain(id);
        place.done(UNION, path + "/equip", Map.of("facilities", ALL.subList(0, 5)));
        place.refused(UNION, path + "/reopen", Map.of(), 422, "FACILITY_MISSING");
        place.done(UNION, path + "/equip", Map.of("facilities", ALL));
        place.done(UNION, path + "/reopen");
        assertThat(nearestIds(25.51, 116.41, 1)).containsExactly(id);
        assertThat(place.done(worker("S-1"), path + "/ratings", Map.of("stars", 3))
                        .text("/mean"))
                .isEqualTo("3.00");
        place.refused(
                worker("S-1"),
                path + "/ratings",
                Map.of("stars", 3, "visited_on", "2024-06-30"),
                422,
                "NO_VISIT_TO_RATE");
        place.done(UNION, path + "/close");
        place.refused(UNION, path + "/reopen", Map.of(), 409, "ILLEGAL_TRANSITION");
        place.refused(UNION, path + "/equip", Map.of("facilities", ALL), 422, "STATION_CLOSED");
        place.everythingPublishedIsAsAgreed();
    }

    @Test
    void refusesPlacesOffTheMap() {
        assertThat(place.look("stations/nearest?lat=91&lng=200").body().path("errors"))
                .extracting(error -> error.path("code").asString())
                .containsExactly("OFF_THE_MAP", "OFF_THE_MAP");
        assertThat(place.look("stations/nearest").status()).isEqualTo(400);
        assertThat(place.look("stations/nearest?lat=NaN&lng=117").status()).isEqualTo(400);
        place.refused(UNION, "stations", plan(COUNTY, 91, 117, ALL), 400, "DECIMAL_MAX");
    }

    @Test
    void staysOpenLongerOnHotDaysAlsoWhenTheNewsAreRepeatedOrShuffled() {
        place.on("2024-07-15");
        var id = place.done(UNION, "stations", plan(COUNTY, 25.61, 116.51, ALL)).text("/id");
        place.done(UNION, "stations/" + id + "/open");
        clock.set(Instant.parse("2024-07-15T11:00:00Z"));
        assertThat(pin(id).path("open_now").asBoolean()).isFalse();
        heat("h-2", COUNTY, "MAX_6_HOURS", "2024-07-15T02:00:00Z");
        heat("h-2", COUNTY, "MAX_6_HOURS", "2024-07-15T02:00:00Z");
        heat("h-1", COUNTY, "ROTATE_NO_OVERTIME", "2024-07-15T01:00:00Z");
        heat("h-3", OTHER_COUNTY, "STOP_OUTDOOR", "2024-07-15T03:00:00Z");
        await("hot elsewhere, so all is heard")
                .atMost(Duration.ofSeconds(20))
                .until(() -> mongo.findById(HeatDay.idOf(OTHER_COUNTY, LocalDate.parse("2024-07-15")), HeatDay.class)
                        != null);
        await("open").atMost(Duration.ofSeconds(20)).until(() -> pin(id).path("open_now")
                .asBoolean());
        assertThat(pin(id).path("open_until").asString()).startsWith("21:00");
        assertThat(pin(id).path("heat_band").asString()).isEqualTo("MAX_6_HOURS");
        clock.set(Instant.parse("2024-07-16T11:00:00Z"));
        assertThat(pin(id).path("open_now").asBoolean()).isFalse();
        place.done(UNION, "stations/" + id + "/close");
    }

    private void heat(String id, String district, String band, String time) {
        var json =
                Place.wageExample("wage.heat.alerted").replace(COUNTY, district).replace("MAX_6_HOURS", band);
        events.publish(id, 1, "wage.heat.alerted", "heat-" + district, district, Instant.parse(time), json);
    }

    private JsonNode pin(String id) {
        return place.look("stations/nearest?lat=25.61&lng=116.51&limit=50")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsTheSameAsACompleteComparisonOnTwoThousandStations() {
        place.on("2024-07-01");
        var dice = new Random(21);
        var stations = new ArrayList<RestStation>();
        for (int number = 0; number < 2000; number++) {
            // every second one in the streets of a town, the others anywhere in the mountains
            boolean town = number % 2 == 0;
            double latitude = town ? 26.2 + dice.nextGaussian() * 0.05 : 25.5 + dice.nextDouble() * 1.6;
            double longitude = town ? 117.6 + dice.nextGaussian() * 0.05 : 116.4 + dice.nextDouble() * 2.2;
            stations.add(open("rs-t%04d".formatted(number), latitude, longitude));
        }
        mongo.insertAll(stations);
        for (int asked = 0; asked < 300; asked++) {
            var from = asked % 10 == 0
                    ? new Position(20 + dice.nextDouble() * 20, 100 + dice.nextDouble() * 30)
                    : new Position(25.5 + dice.nextDouble() * 1.6, 116.4 + dice.nextDouble() * 2.2);
            int count = 1 + dice.nextInt(20);
            var expected = stations.stream()
                    .sorted(Comparator.comparingDouble((RestStation station) -> from.metresTo(station.position()))
                            .thenComparing(RestStation::id))
                    .limit(count)
                    .map(RestStation::id)
                    .toList();
            assertThat(nearestIds(from.latitude(), from.longitude(), count)).isEqualTo(expected);
        }
        walksTheMapInPages();
        mongo.findAllAndRemove(Query.query(Criteria.where("_id").regex("^rs-t")), RestStation.class);
    }

    private void walksTheMapInPages() {
        var seen = new ArrayList<String>();
        var after = "";
        do {
            var page = place.look("stations/map?limit=200" + (after.isEmpty() ? "" : "&after=" + after))
                    .body();
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            after = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!after.isEmpty());
        assertThat(seen).hasSize(2000).doesNotHaveDuplicates();
        var first = place.look("stations/map?limit=5");
        var tag = first.raw().headers().firstValue("ETag").orElseThrow();
        assertThat(api.with("If-None-Match", tag)
                        .get("/api/v1/community/stations/map?limit=5")
                        .status())
                .isEqualTo(304);
        assertThat(place.look("stations/map?district=" + OTHER_COUNTY).body().path("items"))
                .isEmpty();
    }

    private RestStation open(String id, double latitude, double longitude) {
        var plan = new StationDesk.NewStation(
                id,
                "山里",
                COUNTY,
                new Position(latitude, longitude),
                5,
                ALL,
                WeekHours.daily(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        var context = CommandContext.ofSystem(clock.instant());
        var station = RestStation.planned(id, plan, COUNTY, context);
        station.file().move("open", StationState.OPEN.name(), "UNION_OFFICER", context, null);
        return station;
    }

    private List<String> nearestIds(double latitude, double longitude, int count) {
        var answer = place.look("stations/nearest?lat=" + latitude + "&lng=" + longitude + "&limit=" + count);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
