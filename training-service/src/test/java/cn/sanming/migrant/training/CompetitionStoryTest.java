package cn.sanming.migrant.training;

import static cn.sanming.migrant.training.Desk.AGENCY;
import static cn.sanming.migrant.training.Desk.OFFICER;
import static cn.sanming.migrant.training.Desk.UNION;
import static cn.sanming.migrant.training.Desk.examiner;
import static cn.sanming.migrant.training.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Competitions from the invitation to the awards.
@ServiceTest
@Import(Desk.class)
class CompetitionStoryTest {

    private static final String WELDER = "6-18-02-04";

    @Autowired
    Desk desk;

    private static Map<String, Object> plan(Map<String, Object> other) {
        var plan = new HashMap<String, Object>(Map.of(
                "name", "全市焊工技能竞赛",
                "level", "CITY",
                "occupation_code", WELDER,
                "organiser_unit", "SM-ZGH",
                "first_day", "2024-09-20",
                "quota", 50));
        plan.putAll(other);
        return plan;
    }

    private String enter(String competition, String person, boolean migrant) {
        var id = desk.done(
                        worker(person),
                        "competition-entries",
                        Map.of("competition_id", competition, "person_id", person, "is_migrant_worker", migrant))
                .text("/id");
        return "competition-entries/" + id;
    }

    private static String idOf(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    private String running(Map<String, Object> plan, String... people) {
        var path = "competitions/"
                + desk.on("2024-09-02").done(UNION, "competitions", plan).text("/id");
        desk.done(UNION, path + "/publish");
        desk.done(UNION, path + "/open_registration");
        for (var person : people) {
            desk.done(UNION, enter(idOf(path), person, !person.endsWith("9")) + "/confirm");
        }
        desk.on("2024-09-20").done(UNION, path + "/start");
        return path;
    }

    private String entry(String competition, String person) {
        return desk.get(worker(person), "competition-entries?competition_id=" + idOf(competition))
                .text("/items/0/id");
    }

    @Test
    void awardsWhatWasPublicisedAndFinishesTheOthers() {
        var path = running(plan(Map.of()), "P-0401", "P-0402", "P-0409");
        assertThat(desk.published("training.competition.published", idOf(path))
                        .path("theme")
                        .asString())
                .isEqualTo("建功‘十四五’、奋进新征程");
        var first = entry(path, "P-0401");
        var second = entry(path, "P-0402");
        for (var id : List.of(first, second)) {
            desk.done(UNION, "competition-entries/" + id + "/compete", Map.of("score", 91.5));
        }
        var gold = Map.of("entry_id", first, "rank", 1, "award", "一等奖");
        var absent = Map.of("entry_id", entry(path, "P-0409"), "rank", 2, "award", "二等奖");
        desk.on("2024-09-26")
                .refused(
                        UNION,
                        path + "/publicise_results",
                        Map.of("places", List.of(gold, gold, absent)),
                        422,
                        "ENTRY_HAS_NOT_COMPETED",
                        "ENTRY_NAMED_TWICE");
        desk.done(UNION, path + "/publicise_results", Map.of("places", List.of(gold)));
        assertThat(desk.get(UNION, path).text("/objections_until")).isEqualTo("2024-10-09");
        desk.refused(UNION, "competition-entries/" + first + "/award", Map.of(), 422, "COMPETITION_NOT_CLOSED");
        objects(path, second);
        desk.on("2024-10-09").refused(UNION, path + "/close", Map.of(), 422, "PUBLICITY_NOT_OVER", "OBJECTION_IS_OPEN");
        desk.on("2024-10-10")
                .refused(worker("P-0401"), path + "/object", Map.of("entry_id", first), 422, "PUBLICITY_IS_OVER");
        desk.done(UNION, path + "/answer_objection", Map.of("entry_id", second));
        desk.refused(UNION, path + "/close", Map.of("awards", 2), 422, "NOT_AS_PUBLICISED");
        desk.done(UNION, path + "/close");
        var closed = desk.published("training.competition.closed", idOf(path));
        assertThat(closed.path("entries").asInt()).isEqualTo(3);
        assertThat(closed.path("migrant_entries").asInt()).isEqualTo(2);
        assertThat(closed.path("awards").asInt()).isEqualTo(1);
        desk.awaitTrue("the finish", () -> desk.get(UNION, "competition-entries/" + second)
                .text("/state")
                .equals("NOT_AWARDED"));
        desk.run("finish-entries", "2024-10-12");
        desk.refused(UNION, "competition-entries/" + first + "/award", Map.of("rank", 2), 422, "NOT_AS_PUBLICISED");
        desk.done(UNION, "competition-entries/" + first + "/award");
        assertThat(desk.published("training.award.granted", first).path("rank").asInt())
                .isEqualTo(1);
        desk.done(OFFICER, "competition-entries/" + first + "/revoke", Map.of("reason", "冒名"));
        desk.everythingPublishedIsAsAgreed();
        desk.everyQueryHasAnIndex();
    }

    private void objects(String path, String entry) {
        desk.refused(worker("P-0401"), path + "/object", Map.of("entry_id", entry), 403, "NOT_YOUR_ENTRY");
        desk.done(worker("P-0402"), path + "/object", Map.of("entry_id", entry));
        desk.refused(worker("P-0402"), path + "/object", Map.of("entry_id", entry), 422, "OBJECTION_IS_OPEN");
    }

    @Test
    void leavesAwardsToTheOfficersUntilTheNightWhereNoPlacesArePublicised() {
        var path = running(plan(Map.of()), "P-0411", "P-0412");
        var first = entry(path, "P-0411");
        var second = entry(path, "P-0412");
        for (var id : List.of(first, second)) {
            desk.done(UNION, "competition-entries/" + id + "/compete", Map.of("score", 80));
        }
        desk.on("2024-09-26").done(UNION, path + "/publicise_results");
        desk.on("2024-10-10").refused(UNION, path + "/close", Map.of(), 422, "AWARDS_UNKNOWN");
        desk.done(UNION, path + "/close", Map.of("awards", 1));
        desk.run("finish-entries", "2024-10-10");
        desk.refused(UNION, "competition-entries/" + first + "/award", Map.of(), 422, "NO_SUCH_RANK");
        desk.done(UNION, "competition-entries/" + first + "/award", Map.of("rank", 1, "award", "一等奖"));
        assertThat(desk.get(UNION, "competition-entries/" + second).text("/state"))
                .isEqualTo("COMPETED");
        desk.run("finish-entries", "2024-10-11");
        desk.run("finish-entries", "2024-10-11");
        assertThat(desk.get(UNION, "competition-entries/" + second).text("/state"))
                .isEqualTo("NOT_AWARDED");
        assertThat(desk.get(UNION, "competition-entries/" + first).text("/state"))
                .isEqualTo("AWARDED");
    }

    @Test
    void invitesEverybodyWhoHoldsACertificateOfTheOccupation() {
        var agency = examiner(AGENCY);
        var asked = Map.of(
                "person_id",
                "P-0420",
                "district",
                "350404",
                "occupation_code",
                WELDER,
                "level",
                5,
                "work_region",
                "350404",
                "agency_uscc",
                AGENCY,
                "fee",
                "180.00",
                "is_migrant_worker",
                true);
        var appraisal = "appraisals/"
                + desk.on("2024-05-06")
                        .done(worker("P-0420"), "appraisals", asked)
                        .text("/id");
        desk.done(agency, appraisal + "/accept");
        desk.done(agency, appraisal + "/schedule", Map.of("exam_on", "2024-05-06"));
        desk.done(agency, appraisal + "/pass");
        desk.done(agency, appraisal + "/issue_certificate", Map.of("kind", "QUALIFICATION", "number", "Q-2024-0420"));
        var path = "competitions/"
                + desk.done(OFFICER, "competitions", plan(Map.of())).text("/id");
        desk.done(OFFICER, path + "/publish");
        desk.awaitOffer("P-0420", offer -> offer.path("about").asString().equals(idOf(path)));
        desk.done(OFFICER, path + "/cancel");
        desk.run("finish-entries", "2024-05-07");
        desk.awaitOffer(
                "P-0420",
                offer -> offer.path("about").asString().equals(idOf(path))
                        && offer.path("state").asString().equals("LAPSED"));
        desk.everyQueryHasAnIndex();
    }

    @Test
    void letsAnEmployerReportItsOwnCompetitionOnly() {
        var firm = Who.firm("91350405MA0FJM0395");
        desk.on("2024-09-02");
        var own = Map.<String, Object>of("level", "ENTERPRISE", "organiser_unit", "91350405MA0FJM0395");
        var path = "competitions/" + desk.done(firm, "competitions", plan(own)).text("/id");
        assertThat(desk.get(firm, path).status()).isEqualTo(200);
        assertThat(desk.get(Who.firm("91350404MA0FJM020R"), path).status()).isEqualTo(404);
        assertThat(desk.post(firm, path + "/publish", Map.of()).status()).isEqualTo(403);
        desk.refused(firm, "competitions", plan(Map.of()), 403, "ONLY_YOUR_OWN_COMPETITION");
        desk.refused(UNION, path + "/start", Map.of(), 409, "ILLEGAL_TRANSITION");
        desk.done(UNION, path + "/publish");
        desk.done(UNION, path + "/open_registration");
        desk.refused(UNION, path + "/start", Map.of(), 422, "NOBODY_CONFIRMED");
        var entry = enter(idOf(path), "P-0430", true);
        desk.refused(
                worker("P-0430"),
                "competition-entries",
                Map.of("competition_id", idOf(path), "person_id", "P-0430", "is_migrant_worker", true),
                409,
                "DUPLICATE");
        desk.done(UNION, entry + "/confirm");
        desk.refused(UNION, entry + "/compete", Map.of("score", 1), 422, "COMPETITION_NOT_IN_PROGRESS");
        desk.done(UNION, path + "/start");
        desk.refused(
                worker("P-0431"),
                "competition-entries",
                Map.of("competition_id", idOf(path), "person_id", "P-0431", "is_migrant_worker", true),
                422,
                "REGISTRATION_NOT_OPEN");
    }
}
