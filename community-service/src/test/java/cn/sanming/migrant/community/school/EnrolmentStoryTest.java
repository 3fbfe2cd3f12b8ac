package cn.sanming.migrant.community.school;

import static cn.sanming.migrant.community.school.SchoolDistrict.OFFICER;
import static cn.sanming.migrant.community.school.SchoolDistrict.application;
import static cn.sanming.migrant.community.school.SchoolDistrict.guardian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A family comes to Sanyuan and the child goes to school, without one paper that the city already has.
@ServiceTest
@Import(SchoolDistrict.class)
class EnrolmentStoryTest {

    @Autowired
    SchoolDistrict city;

    @Autowired
    Events events;

    @Test
    void findsASchoolPlaceWithoutOnePaperThatTheCityHas() {
        city.on("2024-05-06");
        city.told("housing.lease.signed", "le-story", 1, "350404", """
                {"person_id": "P-story", "household": ["C-story"], "unit_id": "u-1", "district_code": "350404",
                 "address": "东新四路 1 号", "start_on": "2022-05-01", "end_on": "2027-04-30", "monthly_rent": "300.00"}""");
        city.told("training.certificate.issued", "ce-story", 1, "350404", """
                {"person_id": "P-story", "kind": "SKILL_LEVEL", "occupation_code": "6-29-01", "level": 3,
                 "issued_on": "2023-01-10", "first_pass": true, "fee": "300.00", "is_migrant_worker": true}""");
        city.told("supervision.honour.granted", "ho-story", 1, "350404", """
                {"person_id": "P-story", "title": "优秀农民工", "level": "CITY", "granted_on": "2023-05-01"}""");
        var school = city.school("350404", "PRIMARY", 2024, 5, Map.of());
        assertThat(city.put(
                                OFFICER,
                                "enrolment-rounds/350404/2024/PRIMARY",
                                Map.of("opens_on", "2024-05-01", "closes_on", "2024-05-31"))
                        .status())
                .isEqualTo(200);
        var wanted = application("C-story", "P-story", "350404", 2024, "POINTS", List.of(school));
        var id = city.done(guardian("P-story"), "enrolments", wanted).path("id").asString();
        city.refused(guardian("P-story"), "enrolments", wanted, 409, "ALREADY_APPLIED");
        city.refused(guardian("P-other"), "enrolments", wanted, 403, "ONLY_FOR_YOUR_OWN_CHILD");
        await("the news are in").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var view = city.done(
                    guardian("P-story"),
                    "enrolments/" + id + "/hand_in",
                    Map.of("paper", "PENSION_STATEMENT", "reference", "f-1", "declared", Map.of("pension_months", 48)));
            assertThat(view.path("papers_needed")).isEmpty();
        });
        var home = city.get(guardian("P-story"), "residence-proofs/mine").at("/items/0");
        assertThat(home.path("proof").asString()).isEqualTo("REGISTERED_OR_PUBLIC_RENTAL_LEASE");
        assertThat(home.path("district").asString()).isEqualTo("350404");
        assertThat(home.path("until").asString()).isEqualTo("2027-04-30");
        assertThat(city.get(guardian("P-other"), "residence-proofs/mine").path("items"))
                .isEmpty();

        city.refused(
                OFFICER,
                "enrolments/" + id + "/return",
                Map.of("papers", List.of("HOUSING_PROOF")),
                422,
                "CITY_HAS_IT");
        city.refused(Who.officer("edu-2", "350405", "EDU_OFFICER"), "enrolments/" + id + "/verify", Map.of(), 404);
        city.done(OFFICER, "enrolments/" + id + "/verify", Map.of());
        city.run("enrolment-score", "2024-05-07");
        assertThat(city.get(OFFICER, "enrolments/" + id).path("state").asString())
                .isEqualTo("VERIFIED");

        city.on("2024-06-03").run("enrolment-score", "2024-06-03");
        var scored = city.get(guardian("P-story"), "enrolments/" + id);
        // 24 full months by 31 May (the 25th ends on 1 June), 48 of pension, lease 10, skill level 3: 6, honour 10
        assertThat(scored.at("/decision/result/residence").asInt()).isEqualTo(24);
        assertThat(scored.path("points").asInt()).isEqualTo(24 + 48 + 10 + 6 + 10);
        assertThat(city.done(
                                OFFICER,
                                "school-rankings/publications",
                                Map.of("district", "350404", "school_year", 2024, "stage", "PRIMARY"))
                        .path("publicised")
                        .asInt())
                .isEqualTo(1);
        // 10 June 2024 is the Dragon Boat Festival: five working days end on 11 June
        assertThat(city.get(OFFICER, "enrolments/" + id)
                        .path("objections_until")
                        .asString())
                .isEqualTo("2024-06-11");
        city.on("2024-06-11").run("enrolment-place", "2024-06-11");
        assertThat(city.get(OFFICER, "enrolments/" + id).path("state").asString())
                .isEqualTo("PUBLICISED");
        city.on("2024-06-12").run("enrolment-place", "2024-06-12");
        var placed = city.get(guardian("P-story"), "enrolments/" + id);
        assertThat(placed.path("state").asString()).isEqualTo("ADMITTED");
        assertThat(placed.path("school_id").asString()).isEqualTo(school);
        assertThat(events.await("community.enrolment.submitted", id)
                        .data()
                        .path("guardian_id")
                        .asString())
                .isEqualTo("P-story");
        assertThat(events.await("community.enrolment.placed", id)
                        .data()
                        .path("points")
                        .asInt())
                .isEqualTo(98);

        var runs = city.get(OFFICER, "school-allocations?district=350404&school_year=2024&stage=PRIMARY");
        var run = runs.at("/items/0/id").asString();
        assertThat(city.done(OFFICER, "school-allocations/" + run + "/replays", Map.of())
                        .path("identical")
                        .asBoolean())
                .isTrue();
        var teacher = Who.ofUnit("school-1", school, null, "SCHOOL");
        city.refused(
                teacher,
                "enrolments/" + id + "/enrol",
                Map.of("reported_on", "2024-06-12"),
                422,
                "VACCINATION_NOT_CHECKED");
        city.refused(
                Who.ofUnit("school-2", "sc-other", null, "SCHOOL"),
                "enrolments/" + id + "/enrol",
                Map.of("reported_on", "2024-06-12"),
                404);
        assertThat(city.done(
                                teacher,
                                "enrolments/" + id + "/enrol",
                                Map.of("reported_on", "2024-06-12", "vaccination_certificate_checked", true))
                        .path("state")
                        .asString())
                .isEqualTo("ENROLLED");
    }

    @Test
    void goesByPointsInTheCentreWhenTheFamilyHasNoHomeInTheCatchment() {
        city.on("2027-05-06");
        var school = city.school("350404", "PRIMARY", 2027, 1, Map.of());
        var id = city.done(
                        guardian("P-cat"),
                        "enrolments",
                        application("C-cat", "P-cat", "350404", 2027, "CATCHMENT", List.of(school)))
                .path("id")
                .asString();
        city.refused(OFFICER, "enrolments/" + id + "/verify", Map.of(), 422, "THREE_IN_ONE_UNDECIDED");
        var verified = city.done(OFFICER, "enrolments/" + id + "/verify", Map.of("three_in_one", false));
        assertThat(verified.path("channel").asString()).isEqualTo("POINTS");
    }

    @Test
    void takesTheNearestSchoolNearHome() {
        var officer = Who.officer("edu-425", "350425", "EDU_OFFICER");
        city.on("2024-05-06");
        city.school("350425", "PRIMARY", 2024, 1, Map.of("place", Map.of("longitude", 117.90, "latitude", 25.70)));
        var near = city.school(
                "350425", "PRIMARY", 2024, 1, Map.of("place", Map.of("longitude", 117.85, "latitude", 25.69)));
        var wanted = application("C-near", "P-near", "350425", 2024, "CATCHMENT", List.of());
        wanted.put("home", Map.of("longitude", 117.849, "latitude", 25.69));
        var id = city.done(guardian("P-near"), "enrolments", wanted).path("id").asString();
        city.done(officer, "enrolments/" + id + "/verify", Map.of());
        city.run("enrolment-score", "2024-05-07");
        city.done(officer, "enrolments/" + id + "/publicise", Map.of());
        city.on("2024-05-15").run("enrolment-place", "2024-05-15");
        var placed = city.get(guardian("P-near"), "enrolments/" + id);
        assertThat(placed.path("school_id").asString()).isEqualTo(near);
        assertThat(placed.path("state").asString()).isEqualTo("ADMITTED");
        assertThat(placed.has("points")).isFalse();

        city.done(guardian("P-near"), "enrolments/" + id + "/decline", Map.of());
        city.on("2024-05-16").run("enrolment-place", "2024-05-16");
        assertThat(city.get(officer, "schools/" + near)
                        .at("/seats_by_year/2024/free")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void neverRejectsForLackOfSeatsAndOnlyForTrueGrounds() {
        city.on("2024-05-06");
        var school = city.school("350404", "PRIMARY", 2025, 0, Map.of());
        city.told("wage.contract.signed", "lc-here", 1, "350404", """
                {"person_id": "P-here", "employer_uscc": "91350404MA0FJM020R", "start_on": "2024-03-01",
                 "signed_on": "2024-03-04", "term": "FIXED"}""");
        var id = city.done(
                        guardian("P-here"),
                        "enrolments",
                        application("C-here", "P-here", "350404", 2025, "POINTS", List.of(school)))
                .path("id")
                .asString();
        var path = "enrolments/" + id + "/reject";
        city.refused(OFFICER, path, Map.of("ground", "NO_SEATS"), 400, "INVALID_CHOICE");
        city.refused(OFFICER, path, Map.of("ground", "UNDER_AGE"), 422, "OLD_ENOUGH");
        city.refused(OFFICER, path, Map.of("ground", "DUPLICATE", "duplicate_of", "se-none"), 422, "NO_DUPLICATE");
        await("the contract is known")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> city.refused(
                        OFFICER, path, Map.of("ground", "GUARDIAN_NOT_IN_SANMING"), 422, "GUARDIAN_IS_IN_SANMING"));
    }

    @Test
    void asksForPapersOnceAndOnlyForThoseTheCityLacks() {
        city.on("2024-05-06");
        var school = city.school("350404", "PRIMARY", 2025, 1, Map.of());
        var wanted = new HashMap<>(application("C-pap", "P-pap", "350404", 2025, "POINTS", List.of(school)));
        wanted.put("declared", Map.of("residence_start", "2023-01-01", "skill_level", 4));
        var created = city.done(guardian("P-pap"), "enrolments", wanted);
        var id = created.path("id").asString();
        assertThat(created.path("papers_needed"))
                .extracting(node -> node.asString())
                .containsExactly("RESIDENCE_PERMIT", "PENSION_STATEMENT", "SKILL_CERTIFICATE");
        city.done(OFFICER, "enrolments/" + id + "/return", Map.of("papers", List.of("RESIDENCE_PERMIT")));
        city.done(guardian("P-pap"), "enrolments/" + id + "/resubmit", Map.of("papers", List.of("RESIDENCE_PERMIT")));
        city.refused(
                OFFICER,
                "enrolments/" + id + "/return",
                Map.of("papers", List.of("SKILL_CERTIFICATE")),
                422,
                "ONE_TIME_NOTICE");
    }

    @Test
    void addsTheSeatsOfAFinishedProjectToTheNextSeptember() {
        city.on("2024-07-01");
        var school = city.school("350404", "JUNIOR", 2024, 40, Map.of());
        var id = city.done(
                        OFFICER, "school-projects", Map.of("name", "扩建教学楼", "school_id", school, "planned_seats", 100))
                .path("id")
                .asString();
        city.refused(
                Who.officer("h-1", "350404", "HOUSING_OFFICER"),
                "school-projects/" + id + "/approve",
                Map.of(),
                403,
                "FORBIDDEN_ROLE");
        city.done(OFFICER, "school-projects/" + id + "/approve", Map.of());
        city.done(OFFICER, "school-projects/" + id + "/start", Map.of());
        city.refused(OFFICER, "school-projects/" + id + "/put_into_use", Map.of(), 409, "ILLEGAL_TRANSITION");
        city.done(OFFICER, "school-projects/" + id + "/complete", Map.of("actual_seats", 90));
        city.done(OFFICER, "school-projects/" + id + "/put_into_use", Map.of());
        assertThat(events.await("community.school.seatsadded", id)
                        .data()
                        .path("seats")
                        .asInt())
                .isEqualTo(90);
        await("the seats are in the book").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        city.get(OFFICER, "schools/" + school)
                                .at("/seats_by_year/2024/seats")
                                .asInt())
                .isEqualTo(130));
    }
}
