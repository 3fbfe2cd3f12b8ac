package cn.sanming.migrant.community.venue;

import static cn.sanming.migrant.community.Place.COUNTY;
import static cn.sanming.migrant.community.Place.CULTURE;
import static cn.sanming.migrant.community.Place.CULTURE_ELSEWHERE;
import static cn.sanming.migrant.community.Place.UNION;
import static cn.sanming.migrant.community.Place.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.community.Place;
import cn.sanming.migrant.platform.test.ServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Venues over HTTP: free, announced when closed, booked by day, and built as audio book rooms.
@ServiceTest
@Import(Place.class)
class VenueStoryTest {

    @Autowired
    Place place;

    @AfterEach
    void everyQueryHasAnIndex() {
        place.everyQueryHasAnIndex();
    }

    private static Map<String, Object> entry(String kind) {
        var entry = new HashMap<String, Object>();
        entry.put("name", "三元区图书馆");
        entry.put("kind", kind);
        entry.put("level", "COUNTY");
        entry.put("district", COUNTY);
        entry.put("address", "列东街2号");
        var days = List.of("TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");
        entry.put("open_hours", Map.of("spans", List.of(Map.of("days", days, "from", "09:00", "to", "17:30"))));
        return entry;
    }

    @Test
    void isFreeOfChargeOrNotInTheRegister() {
        place.on("2024-06-03");
        var entry = entry("ART_GALLERY");
        entry.put("price", "0.01");
        place.refused(CULTURE, "venues", entry, 422, "PRICE_MUST_BE_ZERO");
        place.refused(UNION, "venues", entry, 403, "FORBIDDEN_ROLE");
        entry.put("price", "0.00");
        place.refused(CULTURE_ELSEWHERE, "venues", entry, 403, "OTHER_DISTRICT");
        var id = place.done(CULTURE, "venues", entry).text("/id");
        var seen = place.look("venues/register?kind=ART_GALLERY&district=" + COUNTY)
                .body();
        assertThat(seen.at("/items/0/id").asString()).isEqualTo(id);
        assertThat(seen.at("/items/0/free").asBoolean()).isTrue();
        place.done(CULTURE, "venues/" + id + "/retire", Map.of("reason", "搬迁"));
        assertThat(place.look("venues/register?kind=ART_GALLERY").body().path("items"))
                .isEmpty();
        place.refused(
                CULTURE,
                "venues/" + id + "/hours",
                Map.of("open_hours", entry.get("open_hours")),
                422,
                "VENUE_RETIRED");
    }

    @Test
    void announcesAClosureAndCountsTheDaysThatCameBefore() {
        place.on("2024-06-04");
        var id = place.done(CULTURE, "venues", entry("LIBRARY")).text("/id");
        var path = "venues/" + id;
        var closure = Map.of("from", "2024-06-05", "to", "2024-06-07", "reason", "图书盘点");
        assertThat(place.done(CULTURE, path + "/announce_closure", closure)
                        .body()
                        .path("unannounced_days")
                        .asInt())
                .isZero();
        place.refused(CULTURE, path + "/announce_closure", closure, 422, "CLOSED_ALREADY");
        place.refused(
                CULTURE,
                path + "/announce_closure",
                Map.of("from", "2024-06-12", "to", "2024-06-11", "reason", "x"),
                422,
                "ENDS_BEFORE_IT_BEGINS");
        var late = Map.of("from", "2024-06-04", "to", "2024-06-04", "reason", "停电");
        assertThat(place.done(CULTURE, path + "/announce_closure", late)
                        .body()
                        .path("unannounced_days")
                        .asInt())
                .isEqualTo(1);
        var said = place.published("community.venue.closed", id, 2);
        assertThat(said.getFirst().data().toString())
                .isEqualTo("{\"from\":\"2024-06-05\",\"to\":\"2024-06-07\",\"reason\":\"图书盘点\","
                        + "\"announced_on\":\"2024-06-04\"}");
        assertThat(place.look(path + "/opening?on=2024-06-06")
                        .body()
                        .path("closed_because")
                        .asString())
                .isEqualTo("图书盘点");
        assertThat(place.look(path + "/opening?on=2024-06-08")
                        .body()
                        .path("open")
                        .asBoolean())
                .isTrue();
        assertThat(place.look(path + "/opening?on=2024-06-10")
                        .body()
                        .path("open")
                        .asBoolean())
                .isFalse();
        place.everythingPublishedIsAsAgreed();
    }

    @Test
    void takesNoActivityOnAClosedDay() {
        place.on("2024-06-03");
        var id = place.done(CULTURE, "venues", entry("CULTURE_CENTRE")).text("/id");
        var activity = place.done(
                        CULTURE,
                        "activities",
                        Map.of(
                                "title", "周周有戏看",
                                "category", "WEEKLY_SHOW",
                                "district", COUNTY,
                                "held_on", "2024-06-10",
                                "venue_id", id))
                .text("/id");
        place.refused(CULTURE, "activities/" + activity + "/announce", Map.of(), 422, "VENUE_CLOSED");
        place.done(CULTURE, "activities/" + activity + "/replan", Map.of("held_on", "2024-06-11"));
        place.done(CULTURE, "activities/" + activity + "/announce");
    }

    @Test
    void booksAVisitOnAnOpenDay() {
        place.on("2024-06-03");
        var entry = entry("LIBRARY");
        entry.put("daily_visitors", 1);
        var id = place.done(CULTURE, "venues", entry).text("/id");
        var day = "venues/" + id + "/days/2024-06-11";
        place.refused(worker("V-1"), "venues/" + id + "/days/2024-06-10/book", Map.of(), 422, "VENUE_CLOSED");
        place.refused(worker("V-1"), "venues/" + id + "/days/2024-06-02/book", Map.of(), 422, "VENUE_CLOSED");
        assertThat(place.done(worker("V-1"), day + "/book").text("/state")).isEqualTo("ENROLLED");
        assertThat(place.done(worker("V-2"), day + "/book").text("/state")).isEqualTo("WAITLISTED");
        assertThat(place.done(worker("V-1"), day + "/give_back").text("/state")).isEqualTo("DROPPED");
        assertThat(place.look("venues/" + id + "/opening?on=2024-06-11")
                        .body()
                        .path("places_left")
                        .asInt())
                .isZero();
        place.on("2024-06-11");
        assertThat(place.done(worker("V-2"), "venues/" + id + "/ratings", Map.of("stars", 5))
                        .text("/count"))
                .isEqualTo("1");
        assertThat(place.done(worker("V-2"), "venues/" + id + "/ratings", Map.of("stars", 4))
                        .text("/mean"))
                .isEqualTo("4.00");
        assertThat(place.look("venues/" + id + "/ratings").body().path("count").asInt())
                .isEqualTo(1);
    }

    @Test
    void buildsAnAudioBookRoomThatEntersTheRegister() {
        place.on("2024-06-03");
        var project = place.done(
                        CULTURE, "venue-projects", Map.of("venue", entry("AUDIO_BOOK_ROOM"), "planned_seats", 30))
                .text("/id");
        var path = "venue-projects/" + project;
        place.done(CULTURE, path + "/approve");
        place.done(CULTURE, path + "/start");
        place.refused(CULTURE, path + "/complete", Map.of(), 422, "ACTUAL_SEATS_RECORDED");
        place.done(CULTURE, path + "/complete", Map.of("actual_seats", 28));
        var inUse = place.done(CULTURE, path + "/put_into_use").body();
        assertThat(inUse.path("state").asString()).isEqualTo("IN_USE");
        var venue = inUse.path("venue_id").asString();
        assertThat(place.look("venues/register?kind=AUDIO_BOOK_ROOM")
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(venue);
    }
}
