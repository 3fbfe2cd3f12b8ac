package cn.sanming.migrant.housing.draw;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.housing.HousingTest;
import cn.sanming.migrant.housing.application.WaitingPeople;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// A round from the announcement to the keys, and how anybody checks it.
class RoundTest extends HousingTest {

    private static final String REPLAY = "rules/PRH_DRAW/evaluations";

    private Map<String, Object> round(List<String> units, String closes, String draw) {
        return Map.of("title", "配租批次", "unit_ids", units, "closes_on", closes, "draw_on", draw);
    }

    private List<String> beds(String address, int count) {
        var rooms = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i += 10) {
            rooms.add(flat(address + i, "beds", Math.min(10, count - i), "area", "8.00"));
        }
        return units("DORMITORY", rooms);
    }

    @Test
    void publishesEachSecretInItsTurnAndAnybodyReplaysTheResult() {
        on("2024-03-01");
        var beds = beds("draw A", 2);
        var person = somebody();
        var mine = waiting(person, "2024-03-04");
        var others = List.of(waiting(somebody(), "2024-03-04"), waiting(somebody(), "2024-03-04"));
        on("2024-03-20");
        var id = done(OFFICER, "draws", round(beds, "2024-03-25", "2024-03-27")).text("/id");

        var announced = open("published-draws/" + id);
        assertThat(announced.text("/commitment")).matches("[0-9a-f]{64}");
        assertThat(announced.raw().body()).doesNotContain("\"list\"").doesNotContain("\"seed\"");
        assertThat(open("published-draws/" + id + "/replay").status()).isEqualTo(404);
        refused(OFFICER, "draws", round(beds, "2024-03-25", "2024-03-27"), 422, "UNIT_NOT_FREE");
        refused(
                OFFICER,
                "applications/" + mine + "/allocate",
                Map.of("unit_id", beds.getFirst(), "round_id", id),
                422,
                "ONLY_BY_DRAW");

        on("2024-03-25");
        refused(OFFICER, "draws/" + id + "/close", Map.of(), 422, "LIST_STILL_OPEN");
        on("2024-03-26");
        done(OFFICER, "draws/" + id + "/close");
        var closed = open("published-draws/" + id);
        assertThat(closed.text("/list")).contains(mine).doesNotContain(person);
        assertThat(closed.text("/list_hash")).isEqualTo(Draw.sha256(closed.text("/list")));
        assertThat(closed.raw().body()).doesNotContain("\"seed\"");
        refused(OFFICER, "draws/" + id + "/draw", Map.of(), 422, "DRAW_TOO_EARLY");
        refused(OFFICER, "draws/" + id + "/cancel", Map.of("reason", "again"), 409, "ILLEGAL_TRANSITION");

        on("2024-03-27");
        done(OFFICER, "draws/" + id + "/draw");
        refused(OFFICER, "draws/" + id + "/draw", Map.of(), 409, "ILLEGAL_TRANSITION");
        var drawn = open("published-draws/" + id);
        assertThat(Draw.sha256(drawn.text("/seed"))).isEqualTo(announced.text("/commitment"));
        assertThat(drawn.body().path("awards")).hasSize(2);
        for (var award : drawn.body().path("awards")) {
            assertThat(stateOf(award.path("application_id").asString())).isEqualTo("ALLOCATED");
        }
        assertThat(others).hasSize(2);

        // anybody, without a token
        var check = drawn.body().path("check");
        var replayed = api.post(check.path("path").asString(), check.path("body"));
        assertThat(replayed.status()).as(replayed.raw().body()).isEqualTo(200);
        assertThat(replayed.body().at("/result/genuine").asBoolean()).isTrue();
        assertThat(replayed.body().at("/result/order")).isEqualTo(drawn.body().path("order"));
        var server = open("published-draws/" + id + "/replay");
        assertThat(server.body().path("genuine").asBoolean()).isTrue();
        assertThat(server.body().path("identical").asBoolean()).isTrue();

        var changed = new HashMap<String, Object>();
        check.path("body")
                .properties()
                .forEach(each -> changed.put(each.getKey(), each.getValue().asString()));
        changed.put("list", drawn.text("/list").replace("application " + mine + " 3", "application " + mine + " 1"));
        var forged = api.post("/api/v1/housing/" + REPLAY, changed);
        assertThat(forged.body().at("/result/genuine").asBoolean()).isFalse();
    }

    @Test
    void refusesToDrawWhenListOrCommitmentWereTamperedWith() {
        on("2024-03-01");
        var beds = beds("draw B", 1);
        on("2024-03-20");
        var id = done(OFFICER, "draws", round(beds, "2024-03-21", "2024-03-22")).text("/id");
        on("2024-03-22");
        done(OFFICER, "draws/" + id + "/close");
        var list = open("published-draws/" + id).text("/list");
        set(id, "list", list.replace("sanming-draw/1 ar", "sanming-draw/1 br"));
        refused(OFFICER, "draws/" + id + "/draw", Map.of(), 422, "LIST_TAMPERED");
        set(id, "list", list);
        set(id, "commitment", Draw.sha256("another seed"));
        refused(OFFICER, "draws/" + id + "/draw", Map.of(), 422, "SEED_TAMPERED");
    }

    private void set(String round, String field, Object value) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(round)), new Update().set(field, value), AllocationRound.class);
    }

    @Test
    void drawsAThousandForAHundredAndGivesTheSameHomesWhenCutShort() {
        var county = "350405";
        var officer = Who.officer("housing-405", county, "HOUSING_OFFICER");
        on("2024-03-01");
        var beds = bedsIn(county, officer, 100);
        var ids = WaitingPeople.join(
                mongo, county, 1_000, LocalDate.of(2024, 3, 1), CommandContext.ofSystem(clock.instant()));
        var id = done(officer, "draws", round(beds, "2024-03-02", "2024-03-03")).text("/id");
        on("2024-03-03");
        run("housing-draws", "2024-03-03");
        var drawn = open("published-draws/" + id);
        assertThat(drawn.text("/state")).isEqualTo("DRAWN");
        assertThat(drawn.body().path("order")).hasSize(1_000);
        assertThat(drawn.body().path("awards")).hasSize(100);
        var homes = new HashSet<String>();
        var winners = new HashSet<String>();
        drawn.body().path("awards").forEach(award -> {
            homes.add(award.path("unit_id").asString());
            winners.add(award.path("application_id").asString());
        });
        assertThat(homes).hasSize(100);
        assertThat(winners).hasSize(100).isSubsetOf(ids);
        assertThat(open("published-draws/" + id + "/replay")
                        .body()
                        .path("identical")
                        .asBoolean())
                .isTrue();

        // as if the process had died after the homes were given and before the round was saved
        set(id, "file.state", "CLOSED");
        set(id, "awards", List.of());
        set(id, "seed", null);
        for (var home : homes) {
            mongo.updateFirst(Query.query(Criteria.where("_id").is(home)), new Update().set("roundId", id), "units");
        }
        var before = open("published-draws/" + id);
        assertThat(before.body().path("awards")).isEmpty();
        done(officer, "draws/" + id + "/draw");
        assertThat(open("published-draws/" + id).body().path("awards"))
                .isEqualTo(drawn.body().path("awards"));
    }

    private List<String> bedsIn(String county, Who officer, int count) {
        var project = done(
                        officer,
                        "projects",
                        Map.of(
                                "name",
                                "dorm",
                                "park_name",
                                "沙县园区",
                                "district",
                                county,
                                "unit_kind",
                                "DORMITORY",
                                "planned_units",
                                count))
                .text("/id");
        done(officer, "projects/" + project + "/approve");
        done(officer, "projects/" + project + "/start");
        var rooms = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < count; i += 10) {
            rooms.add(flat("dorm " + i, "beds", 10, "area", "8.00"));
        }
        var ids = new ArrayList<String>();
        done(officer, "units", Map.of("project_id", project, "units", rooms))
                .body()
                .path("items")
                .forEach(unit -> ids.add(unit.path("id").asString()));
        done(officer, "projects/" + project + "/complete", Map.of("completed_on", "2024-03-01"));
        done(officer, "projects/" + project + "/put_into_use");
        return ids;
    }

    @Test
    void passesOverWhoHasLeftTheListSinceItClosed() {
        on("2024-04-01");
        var beds =
                units("DORMITORY", List.of(flat("draw C", "beds", 1, "area", "8.00", "directed_to", "PUBLIC_SERVICE")));
        var one = somebody();
        var first = waiting(one, "2024-04-01", "trade", "SANITATION", "in_difficulty", true);
        var second = waiting(somebody(), "2024-04-01", "trade", "SANITATION");
        on("2024-04-20");
        var id = done(OFFICER, "draws", round(beds, "2024-04-20", "2024-04-22")).text("/id");
        on("2024-04-21");
        done(OFFICER, "draws/" + id + "/close");
        done(Who.worker(one), "applications/" + first + "/withdraw");
        on("2024-04-22");
        done(OFFICER, "draws/" + id + "/draw");
        var award = open("published-draws/" + id).body().path("awards").get(0);
        assertThat(award.path("rank").asInt()).isGreaterThan(1);
        assertThat(award.path("application_id").asString()).isNotEqualTo(first);
        assertThat(List.of(second)).isNotEmpty();
        assertThat(open("published-draws/" + id + "/replay")
                        .body()
                        .path("identical")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void givesTheHomesOfACancelledRoundBack() {
        on("2024-03-01");
        var bed = beds("draw D", 1).getFirst();
        var id = done(OFFICER, "draws", round(List.of(bed), "2024-03-21", "2024-03-22"))
                .text("/id");
        assertThat(get_(OFFICER, "units/" + bed).text("/round_id")).isEqualTo(id);
        refused(OFFICER, "units/" + bed + "/close", Map.of(), 409, "UNIT_NOT_FREE");
        done(OFFICER, "draws/" + id + "/cancel", Map.of("reason", "burst pipe"));
        assertThat(get_(OFFICER, "units/" + bed).body().has("round_id")).isFalse();
        done(OFFICER, "units/" + bed + "/close");
        assertThat(open("published-draws").body().path("items")).isNotEmpty();
    }
}
