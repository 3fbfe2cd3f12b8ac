package cn.sanming.migrant.training;

import static cn.sanming.migrant.training.Desk.ELECTRICIAN;
import static cn.sanming.migrant.training.Desk.OFFICER;
import static cn.sanming.migrant.training.Desk.SCHOOL;
import static cn.sanming.migrant.training.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Classes from the plan to the archive, who is offered them, and who may not hold them.
@ServiceTest
@Import(Desk.class)
class CourseStoryTest {

    @Autowired
    Desk desk;

    @Test
    void trainsAWorkerFromTheOfferToTheOfferOfAnAppraisal() {
        desk.on("2024-03-01");
        var course = desk.openClass(Desk.plan("TRANSFER", 1, Map.of("target_level", 4)));
        assertThat(desk.published("training.class.opened", course)
                        .path("capacity")
                        .asInt())
                .isEqualTo(1);
        desk.toldAsInTheExample("job.unemployment.registered", "un-1", 1, Map.of("person_id", "P-0201"));
        desk.awaitOffer("P-0201", offer -> offer.path("about").asString().equals(course));
        var enrolment = desk.enrol("P-0201", course);
        desk.awaitOffer("P-0201", offer -> offer.path("state").asString().equals("TAKEN"));
        desk.refused(
                SCHOOL, "classes/" + course + "/start", Map.of(), 422, "NOBODY_ADMITTED", "START_DATE_NOT_REACHED");
        desk.done(SCHOOL, "enrolments/" + enrolment + "/admit");
        desk.refused(SCHOOL, "enrolments/" + enrolment + "/attend", Map.of("hours", 4), 422, "CLASS_NOT_RUNNING");
        desk.on("2024-03-04").done(SCHOOL, "classes/" + course + "/start");
        desk.done(SCHOOL, "enrolments/" + enrolment + "/attend", Map.of("hours", 39));
        desk.refused(
                SCHOOL,
                "enrolments/" + enrolment + "/complete",
                Map.of("assessment_passed", true),
                422,
                "ATTENDANCE_OR_ASSESSMENT");
        desk.refused(SCHOOL, "enrolments/" + enrolment + "/hours", Map.of("hours", 12), 422, "MORE_THAN_THE_CLASS_HAS");
        desk.done(SCHOOL, "enrolments/" + enrolment + "/hours", Map.of("hours", 7));
        desk.on("2024-04-12").refused(SCHOOL, "classes/" + course + "/complete", Map.of(), 422, "SESSIONS_MISSING");
        desk.done(SCHOOL, "classes/" + course + "/session");
        desk.done(SCHOOL, "classes/" + course + "/complete");
        desk.refused(OFFICER, "classes/" + course + "/archive", Map.of(), 422, "ENROLMENTS_WITHOUT_RESULT");
        desk.done(SCHOOL, "enrolments/" + enrolment + "/complete", Map.of("assessment_passed", true));
        assertThat(desk.done(OFFICER, "classes/" + course + "/archive").text("/state"))
                .isEqualTo("ARCHIVED");
        var completed = desk.published("training.enrolment.completed", enrolment);
        assertThat(completed.path("attendance").asString()).isEqualTo("0.9200");
        var offer =
                desk.awaitOffer("P-0201", made -> made.path("kind").asString().equals("APPRAISAL"));
        assertThat(offer.path("level").asInt()).isEqualTo(4);
        assertThat(desk.get(OFFICER, "person-times?year=2024")
                        .body()
                        .path("person_times")
                        .asInt())
                .isGreaterThanOrEqualTo(1);
        desk.everythingPublishedIsAsAgreed();
        desk.everyQueryHasAnIndex();
    }

    private static Map<String, Object> registered(String person) {
        return Map.of(
                "person_id", person,
                "district_code", "350405",
                "registered_on", "2024-03-01",
                "residence_start", "2020-01-01",
                "occupation_codes", List.of(ELECTRICIAN));
    }

    @Test
    void offersOnceHoweverOftenItIsToldAndLapsesWithTheClass() {
        desk.on("2024-03-01");
        var course = desk.openClass(Desk.plan("PRE_JOB", 5, Map.of()));
        for (int i = 0; i < 2; i++) {
            desk.told("job.unemployment.registered", "un-2", 1, registered("P-0202"));
        }
        desk.told("same-id", "job.unemployment.registered", "un-3", 1, registered("P-0203"));
        desk.told("same-id", "job.unemployment.registered", "un-3", 1, registered("P-0203"));
        desk.awaitOffer("P-0203", offer -> offer.path("about").asString().equals(course));
        assertThat(desk.offersOf("P-0202"))
                .filteredOn(offer -> offer.path("about").asString().equals(course))
                .hasSize(1);
        assertThat(desk.offersOf("P-0299")).isEmpty();
        assertThat(desk.get(OFFICER, "offers").status()).isEqualTo(403);
        desk.done(SCHOOL, "classes/" + course + "/cancel");
        desk.run("lapse-class-offers", "2024-03-02");
        desk.awaitOffer("P-0202", offer -> offer.path("state").asString().equals("LAPSED"));
        desk.refused(
                worker("P-0202"),
                "enrolments",
                Map.of("class_id", course, "person_id", "P-0202", "is_migrant_worker", true),
                422,
                "CLASS_NOT_OPEN");
    }

    @Test
    void tellsTheSubsidyDepartmentWhoIsTrainedToStartABusiness() {
        desk.on("2024-03-01");
        var course = desk.openClass(Desk.plan("ENTREPRENEURSHIP", 20, Map.of()));
        var enrolment = desk.enrol("P-0210", course);
        desk.done(SCHOOL, "enrolments/" + enrolment + "/admit");
        desk.on("2024-03-04").done(SCHOOL, "classes/" + course + "/start");
        desk.done(SCHOOL, "enrolments/" + enrolment + "/attend", Map.of("hours", 40));
        var before = desk.get(OFFICER, "person-times?year=2024")
                .body()
                .path("person_times")
                .asInt();
        desk.done(SCHOOL, "enrolments/" + enrolment + "/complete", Map.of("assessment_passed", true));
        assertThat(desk.published("training.entrepreneurship.completed", enrolment)
                        .path("completed_on")
                        .asString())
                .isEqualTo("2024-03-04");
        assertThat(desk.get(OFFICER, "person-times?year=2024")
                        .body()
                        .path("person_times")
                        .asInt())
                .isEqualTo(before);
        assertThat(desk.offersOf("P-0210")).isEmpty();
    }

    @Test
    void letsNoListedOrganiserHoldANewClass() {
        var firm = "91350405MA0FJM0395";
        var organiser = Desk.organisation("TRAINING_ORG", firm);
        var plan = Desk.plan("ON_JOB", 5, Map.of("organiser_uscc", firm));
        var planned = desk.on("2024-03-01").done(organiser, "classes", plan).text("/id");
        desk.toldAsInTheExample("wage.blacklist.listed", "bl-1", 3, Map.of("employer_uscc", firm));
        desk.toldAsInTheExample("wage.blacklist.removed", "bl-2", 5, Map.of("employer_uscc", firm));
        desk.awaitTrue(
                "the listing", () -> desk.post(organiser, "classes", plan).status() == 422);
        assertThat(desk.post(organiser, "classes", plan).text("/code")).isEqualTo("BLACKLISTED_EMPLOYER");
        desk.refused(organiser, "classes/" + planned + "/open", Map.of(), 422, "BLACKLISTED_EMPLOYER");
        assertThat(desk.isSilentAbout("training.class.opened", planned)).isTrue();
        desk.toldAsInTheExample("wage.blacklist.listed", "bl-2", 4, Map.of("employer_uscc", firm));
        desk.toldAsInTheExample("wage.blacklist.removed", "bl-1", 4, Map.of("employer_uscc", firm));
        desk.awaitTrue(
                "the removal", () -> desk.post(organiser, "classes", plan).status() == 201);
        desk.toldAsInTheExample("wage.blacklist.listed", "bl-1", 3, Map.of("employer_uscc", firm));
        desk.done(organiser, "classes/" + planned + "/open");
    }

    @Test
    void letsOnlyTheOrganiserPlanItsOwnClasses() {
        desk.on("2024-03-01")
                .refused(
                        SCHOOL,
                        "classes",
                        Desk.plan("ON_JOB", 5, Map.of("organiser_uscc", "91350405MA0FJM0395")),
                        403,
                        "NOT_YOUR_CLASS");
        desk.refused(SCHOOL, "classes", Desk.plan("ON_JOB", 5, Map.of("district", "110101")), 400, "UNKNOWN_DISTRICT");
        desk.refused(SCHOOL, "classes", Desk.plan("ON_JOB", 0, Map.of("hours", 0)), 400, "POSITIVE");
        assertThat(desk.post(worker("P-1"), "classes", Desk.plan("ON_JOB", 5, Map.of()))
                        .status())
                .isEqualTo(403);
    }
}
