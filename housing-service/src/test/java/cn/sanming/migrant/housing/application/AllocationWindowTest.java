package cn.sanming.migrant.housing.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.housing.HousingTest;
import cn.sanming.migrant.housing.unit.Unit;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// The waiting list, the homes that are given out, and what becomes of them.
class AllocationWindowTest extends HousingTest {
    private String applied(String person, Object... more) {
        return done(Who.worker(person), "applications", form(more)).text("/id");
    }

    private String accepted(String person, Object... more) {
        var id = applied(person, more);
        done(OFFICER, "applications/" + id + "/accept");
        return id;
    }

    @Test
    void ranksByClassThenDayThenIdAndAllocatesInThatOrder() {
        on("2024-01-02");
        var unit = units("UNIT", List.of(flat("rank 1", "directed_to", "PUBLIC_SERVICE")))
                .getFirst();
        var later = somebody();
        var ordinary = waiting(somebody(), "2024-01-03", "trade", "POSTAL");
        var urgent = waiting(later, "2024-01-04", "trade", "POSTAL", "in_difficulty", true);
        var disabled = waiting(somebody(), "2024-01-05", "trade", "BUS", "disabled_member", true);
        assertThat(positionOf(urgent)).isLessThan(positionOf(disabled));
        assertThat(positionOf(disabled)).isLessThan(positionOf(ordinary));
        assertThat(get_(Who.worker(later), "applications/" + urgent)
                        .body()
                        .path("position")
                        .asInt())
                .isEqualTo(positionOf(urgent));
        refused(OFFICER, "applications/" + ordinary + "/allocate", Map.of("unit_id", unit), 422, "NOT_NEXT_ON_LIST");
        var first = firstFor(unit);
        done(OFFICER, "applications/" + first + "/allocate", Map.of("unit_id", unit));
        assertThat(open("waiting-list?district=" + COUNTY).raw().body()).doesNotContain(first);
    }

    private int positionOf(String id) {
        return get_(OFFICER, "applications/" + id + "/position")
                .body()
                .path("position")
                .asInt();
    }

    /// Other tests of the context wait as well: the one to whom the office may give the unit.
    private String firstFor(String unit) {
        for (var line : open("waiting-list?limit=200&district=" + COUNTY).body().path("items")) {
            var id = line.path("application_id").asString();
            var trade = get_(OFFICER, "applications/" + id).body().at("/circumstances/trade");
            if (!trade.isMissingNode() && !trade.isNull()) {
                return id;
            }
        }
        throw new AssertionError("nobody for " + unit);
    }

    @Test
    void keepsUnitsForThoseTheyAreMeantFor() {
        on("2024-01-02");
        var flats = units(
                "UNIT",
                List.of(
                        flat("for migrants", "for_migrant_workers", true),
                        flat("for talent", "directed_to", "TALENT"),
                        flat("for sale", "programme", "PRICE_LIMITED", "sale_price", "300000.00")));
        var bed = units("DORMITORY", List.of(flat("a bed", "beds", 1, "area", "8.00")))
                .getFirst();
        var urban = waiting(somebody(), "2024-01-03", "hukou", "URBAN", "persons", 2);
        refused(
                OFFICER,
                "applications/" + urban + "/allocate",
                Map.of("unit_id", flats.get(0)),
                422,
                "FOR_MIGRANT_WORKERS");
        refused(
                OFFICER,
                "applications/" + urban + "/allocate",
                Map.of("unit_id", flats.get(1)),
                422,
                "DIRECTED_ELSEWHERE");
        refused(
                OFFICER,
                "applications/" + urban + "/allocate",
                Map.of("unit_id", flats.get(2)),
                422,
                "OTHER_PROGRAMME");
        refused(OFFICER, "applications/" + urban + "/allocate", Map.of("unit_id", bed), 422, "ONE_BED_ONE_PERSON");
        refused(OFFICER, "applications/" + urban + "/allocate", Map.of("unit_id", "un-nothing"), 422, "UNIT_UNKNOWN");
    }

    /// A flat that only one household may have: a bed directed at a trade nobody else of these tests asks for in time.
    private String onlyFor(String id, String address) {
        var unit = units("UNIT", List.of(flat(address))).getFirst();
        mongo.updateMulti(
                Query.query(Criteria.where("queue").exists(true).and("_id").ne(id)),
                new Update().unset("queue"),
                HousingApplication.class);
        return unit;
    }

    @Test
    void forgivesTheFirstRefusalAndEndsAtTheSecond() {
        on("2024-05-06");
        var person = somebody();
        var worker = Who.worker(person);
        var id = waiting(person, "2024-05-06");
        var unit = onlyFor(id, "refused 1");
        done(OFFICER, "applications/" + id + "/allocate", Map.of("unit_id", unit));
        refused(worker, "applications/" + id + "/decline", Map.of(), 422, "REFUSE_FIRST");
        done(worker, "applications/" + id + "/refuse");
        assertThat(stateOf(id)).isEqualTo("WAITLISTED");
        assertThat(get_(OFFICER, "units/" + unit).text("/state")).isEqualTo("FREE");
        refused(OFFICER, "applications/" + id + "/allocate", Map.of("unit_id", unit), 422, "REFUSED_BEFORE");

        var other = onlyFor(id, "refused 2");
        done(OFFICER, "applications/" + id + "/allocate", Map.of("unit_id", other));
        refused(worker, "applications/" + id + "/refuse", Map.of(), 422, "FIRST_REFUSAL_ONLY");
        done(worker, "applications/" + id + "/decline");
        assertThat(stateOf(id)).isEqualTo("CANCELLED");
        assertThat(get_(OFFICER, "units/" + other).text("/state")).isEqualTo("FREE");
    }

    @Test
    void givesTheHomeBackWhenNobodySignsInTime() {
        on("2024-05-06");
        var id = waiting(somebody(), "2024-05-06");
        var unit = onlyFor(id, "unsigned 1");
        on("2024-05-20");
        assertThat(done(OFFICER, "applications/" + id + "/allocate", Map.of("unit_id", unit))
                        .text("/sign_by"))
                .isEqualTo("2024-06-19");
        run("housing-applications", "2024-06-19");
        assertThat(stateOf(id)).isEqualTo("ALLOCATED");
        on("2024-06-20");
        refused(
                OFFICER,
                "applications/" + id + "/sign_lease",
                Map.of("start_on", "2024-06-20", "end_on", "2029-06-19"),
                422,
                "SIGNING_TIME_OVER");
        run("housing-applications", "2024-06-20");
        assertThat(stateOf(id)).isEqualTo("CANCELLED");
        assertThat(get_(OFFICER, "units/" + unit).text("/state")).isEqualTo("FREE");
    }

    @Test
    void doesAfterACrashWhatWasLeftUndone() {
        on("2024-05-06");
        var person = somebody();
        var id = waiting(person, "2024-05-06");
        var unit = onlyFor(id, "crash 1");
        done(OFFICER, "applications/" + id + "/allocate", Map.of("unit_id", unit));
        refused(
                OFFICER,
                "applications/" + id + "/sign_lease",
                Map.of("start_on", "2024-06-01", "end_on", "2029-06-01"),
                422,
                "LEASE_TOO_LONG");
        done(OFFICER, "applications/" + id + "/sign_lease", Map.of("start_on", "2024-06-01", "end_on", "2029-05-31"));
        var lease = get_(OFFICER, "applications/" + id).text("/lease_id");
        // the lease was never opened, and a home hangs on an application that does not know of it
        mongo.remove(Query.query(Criteria.where("_id").is(lease)), "leases");
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update().push("file.followUps.pending", owed("openLeaseOfApplication", id)),
                HousingApplication.class);
        var stray = units("UNIT", List.of(flat("crash 2"))).getFirst();
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(stray)),
                new Update().set("state", "ALLOCATED").set("holder", "ha-lost").set("takenOn", "2024-05-06"),
                Unit.class);
        run("housing-applications", "2024-05-21");
        run("housing-applications", "2024-05-21");
        Awaitility.await("the lease").atMost(Duration.ofSeconds(60)).until(() -> get_(
                        Who.worker(person), "leases/" + lease)
                .text("/state")
                .equals("ACTIVE"));
        assertThat(get_(OFFICER, "units/" + stray).text("/state")).isEqualTo("FREE");
        assertThat(get_(OFFICER, "units/" + unit).text("/state")).isEqualTo("LEASED");
    }

    private static Document owed(String step, String target) {
        return new Document("_id", target + "/lost")
                .append("step", step)
                .append("target", target)
                .append("body", "{}")
                .append("onRefusal", "DONE")
                .append("due", Date.from(Instant.parse("2024-05-06T01:00:00Z")))
                .append("correlationId", target)
                .append("tries", 0);
    }

    @Test
    void sellsAPriceLimitedHomeOnceAndLocksItForFiveYears() {
        on("2024-06-03");
        var person = somebody();
        worked(person, COUNTY, "2024-01-01", null);
        Object[] talent = {"programme", "PRICE_LIMITED", "talent_until", "2025-12-31", "persons", 3};
        var id = accepted(person, talent);
        done(OFFICER, "applications/" + id + "/check_pass");
        on("2024-06-17");
        run("housing-applications", "2024-06-17");
        var unit = units(
                        "UNIT",
                        List.of(flat(
                                "sale 1",
                                "programme",
                                "PRICE_LIMITED",
                                "area",
                                "89.00",
                                "directed_to",
                                "TALENT",
                                "sale_price",
                                "420000.00")))
                .getFirst();
        done(OFFICER, "applications/" + id + "/allocate", Map.of("unit_id", unit));
        refused(
                OFFICER,
                "applications/" + id + "/sign_lease",
                Map.of("start_on", "2024-07-01", "end_on", "2025-06-30"),
                422,
                "PUBLIC_RENTAL_ONLY");
        var sold = done(OFFICER, "applications/" + id + "/sign_sale");
        assertThat(sold.text("/sale/price")).isEqualTo("420000.00");
        assertThat(sold.text("/sale/locked_until")).isEqualTo("2029-06-17");
        assertThat(get_(OFFICER, "units/" + unit).text("/state")).isEqualTo("SOLD");
        on("2029-06-16");
        refused(OFFICER, "applications/" + id + "/permit_resale", Map.of(), 422, "RESALE_LOCKED");
        on("2024-09-02");
        var second = accepted(person, talent);
        refused(OFFICER, "applications/" + second + "/check_pass", Map.of(), 422, "DUPLICATE");
        on("2029-06-17");
        done(OFFICER, "applications/" + id + "/permit_resale");
    }
}
