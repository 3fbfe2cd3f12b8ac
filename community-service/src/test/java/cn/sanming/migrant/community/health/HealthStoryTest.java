package cn.sanming.migrant.community.health;

import static cn.sanming.migrant.community.school.SchoolDistrict.guardian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.community.school.SchoolDistrict;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// Health data: who may see it, why, who is told, and where it never appears.
@ServiceTest
@Import(SchoolDistrict.class)
@ExtendWith(OutputCaptureExtension.class)
class HealthStoryTest extends HealthSteps {

    @Test
    void opensARecordOnRequestAndTellsSupervisionNothingButThat() {
        city.on("2024-05-06");
        var id = record("P-h1", "1980-01-01", guardian("P-h1"));
        var event = events.await("community.healthrecord.created", id).data();
        assertThat(event.propertyNames())
                .containsExactlyInAnyOrder("person_id", "district_code", "created_on", "is_migrant_worker");
        city.refused(guardian("P-h1"), "health-records", opening("P-h1"), 409, "RECORD_EXISTS");
        city.refused(guardian("P-else"), "health-records", opening("P-h9"), 403, "ONLY_FOR_YOURSELF_OR_YOUR_CHILD");
        city.refused(DOCTOR_ELSEWHERE, "health-records", opening("P-h9"), 403, "OTHER_DISTRICT");
    }

    @Test
    void followsUpAChronicPatientFromVisitToVisit() {
        city.on("2024-11-30");
        record("P-h6", "1970-01-01", DOCTOR);
        var plan = Map.of(
                "person_id", "P-h6", "condition", "HYPERTENSION", "last_followup", "2024-11-30", "controlled", false);
        city.refused(DOCTOR_ELSEWHERE, "follow-ups", plan, 422, "NO_HEALTH_RECORD_HERE");
        var first = city.done(DOCTOR, "follow-ups", plan);
        assertThat(first.path("due_on").asString()).isEqualTo("2024-12-14");
        assertThat(first.has("condition")).isFalse();
        city.refused(DOCTOR, "follow-ups", plan, 409, "ALREADY_PLANNED");
        var path = "follow-ups/" + first.path("id").asString();
        assertThat(city.status(DOCTOR, path)).isEqualTo(404);

        city.on("2024-12-15");
        city.refused(
                DOCTOR, path + "/complete", Map.of("done_on", "2024-12-15", "controlled", true), 422, "DUE_DAY_PASSED");
        city.run("followup-miss", "2024-12-15");
        city.run("followup-miss", "2024-12-15");
        var missed = events.await("community.followup.missed", first.path("id").asString());
        assertThat(missed.data().path("condition").asString()).isEqualTo("HYPERTENSION");
        assertThat(missed.data().path("person_id").asString()).startsWith("hp-").doesNotContain("P-h6");
        assertThat(events.of("community.followup.missed", first.path("id").asString()))
                .hasSize(1);
        var late = city.done(DOCTOR, path + "/complete", Map.of("done_on", "2024-12-15", "controlled", true));
        assertThat(late.path("state").asString()).isEqualTo("DONE_LATE");
        assertThat(city.status(DOCTOR, "follow-ups?person_id=P-h6")).isEqualTo(400);
        var all =
                city.get(DOCTOR, "follow-ups?person_id=P-h6&purpose=FOLLOW_UP").path("items");
        assertThat(all)
                .extracting(one ->
                        one.path("due_on").asString() + " " + one.path("state").asString())
                .containsExactlyInAnyOrder("2024-12-14 DONE_LATE", "2025-03-15 PLANNED");
        assertThat(city.status(DOCTOR_ELSEWHERE, "follow-ups?person_id=P-h6&purpose=FOLLOW_UP"))
                .isEqualTo(404);
    }

    @Test
    void followsUpFromThirtyFiveYearsOn() {
        city.on("2024-05-06");
        record("P-h7", "1989-05-07", DOCTOR);
        record("P-h8", "1989-05-06", DOCTOR);
        var plan = new HashMap<String, Object>(Map.of(
                "person_id", "P-h7", "condition", "DIABETES_2", "last_followup", "2024-05-01", "controlled", true));
        city.refused(DOCTOR, "follow-ups", plan, 422, "BELOW_AGE");
        plan.put("person_id", "P-h8");
        city.done(DOCTOR, "follow-ups", plan);
    }

    @Test
    void movesARecordWithThePersonAndErasesItHere() {
        city.on("2024-05-06");
        var id = record("P-h10", "1980-01-01", DOCTOR);
        city.refused(
                guardian("P-h10"),
                "health-records/" + id + "/move",
                Map.of("district", "350404"),
                422,
                "SAME_DISTRICT");
        city.done(guardian("P-h10"), "health-records/" + id + "/move", Map.of("district", "350405"));
        assertThat(city.status(DOCTOR, "health-records/" + id + "?purpose=TREATMENT"))
                .isEqualTo(404);
        var there = city.get(DOCTOR_ELSEWHERE, "health-records?person_id=P-h10&purpose=TREATMENT");
        assertThat(there.path("birth_date").asString()).isEqualTo("1980-01-01");
        city.refused(
                guardian("P-h10"),
                "health-records/" + id + "/move",
                Map.of("district", "350426"),
                409,
                "ILLEGAL_TRANSITION");
    }

    @Test
    void vaccinatesAChildWhereItLivesAndVouchesForItAtSchool() {
        city.on("2024-05-06");
        city.told("housing.lease.signed", "le-vac", 1, "350404", """
                {"person_id": "P-vac", "household": ["C-vac"], "unit_id": "u-2", "district_code": "350404",
                 "address": "东新四路 2 号", "start_on": "2024-03-31", "end_on": "2026-03-30", "monthly_rent": "300.00"}""");
        var wanted = Map.of(
                "child_id",
                "C-vac",
                "guardian_ids",
                List.of("P-vac"),
                "child_birth",
                "2024-04-01",
                "arrived_on",
                "2024-04-01");
        var answer = new JsonNode[1];
        await("the residence is known")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> answer[0] = city.done(guardian("P-vac"), "vaccination-files", wanted));
        var id = answer[0].path("id").asString();
        assertThat(answer[0].path("file_due_on").asString()).isEqualTo("2024-07-01");
        city.refused(guardian("P-vac"), "vaccination-files", wanted, 409, "FILE_EXISTS");
        var dose = Map.of("vaccine", "BCG", "dose_no", 1, "given_on", "2024-05-02");
        assertThat(city.post(DOCTOR_ELSEWHERE, "vaccination-files/" + id + "/doses", dose)
                        .status())
                .isEqualTo(404);
        city.done(DOCTOR, "vaccination-files/" + id + "/doses", dose);
        city.refused(DOCTOR, "vaccination-files/" + id + "/doses", dose, 422, "ALREADY_GIVEN");
        city.refused(
                DOCTOR,
                "vaccination-files/" + id + "/doses",
                Map.of("vaccine", "MIRACLE", "dose_no", 1, "given_on", "2024-05-02"),
                422,
                "NOT_IN_THE_PROGRAMME");
        var file = city.get(guardian("P-vac"), "vaccination-files/" + id);
        assertThat(file.path("doses").size()).isEqualTo(22);
        await("the dose is counted").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        events.all("community.events").stream()
                                .filter(event -> event.type().contains("vaccination.given"))
                                .map(event -> event.data().path("child_id").asString()))
                .isNotEmpty()
                .allMatch(child -> child.startsWith("hp-")));
    }

    @Test
    void invitesWhoRegistersForWorkToOpenARecord() {
        city.on("2024-05-06");
        city.told("job.unemployment.registered", "ur-1", 1, "350404", """
                {"person_id": "P-inv", "district_code": "350404", "registered_on": "2024-05-06",
                 "residence_start": "2024-01-15", "occupation_codes": []}""");
        await("the invitation")
                .atMost(Duration.ofSeconds(20))
                .until(() -> city.status(guardian("P-inv"), "health-invitations/mine") == 200);
        var invitation = city.get(guardian("P-inv"), "health-invitations/mine");
        assertThat(invitation.path("counted_from").asString()).isEqualTo("2024-07-15");
        assertThat(invitation.path("record_exists").asBoolean()).isFalse();
        city.done(guardian("P-inv"), "health-records", Map.of("person_id", "P-inv", "birth_date", "1990-01-01"));
        assertThat(city.get(guardian("P-inv"), "health-invitations/mine")
                        .path("record_exists")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void opensParkClinicsAndKeepsOnlyNumbersOfDiseaseControl() {
        city.on("2024-05-06");
        var id = city.done(OFFICER, "park-clinics", Map.of("park", "金沙园", "district", "350404"))
                .path("id")
                .asString();
        for (var step : List.of("approve", "start")) {
            city.done(OFFICER, "park-clinics/" + id + "/" + step, Map.of());
        }
        city.refused(
                Who.officer("edu", "350404", "EDU_OFFICER"),
                "park-clinics/" + id + "/complete",
                Map.of("actual_rooms", 3),
                403,
                "FORBIDDEN_ROLE");
        city.done(OFFICER, "park-clinics/" + id + "/complete", Map.of("actual_rooms", 3));
        city.done(OFFICER, "park-clinics/" + id + "/put_into_use", Map.of());
        assertThat(events.await("community.parkclinic.opened", id)
                        .data()
                        .path("park_name")
                        .asString())
                .isEqualTo("金沙园");
        assertThat(city.put(DOCTOR, "park-clinics/" + id + "/counts/2024-05", Map.of("cases", 2, "contacts", 9))
                        .status())
                .isEqualTo(200);
        assertThat(city.put(
                                DOCTOR_ELSEWHERE,
                                "park-clinics/" + id + "/counts/2024-05",
                                Map.of("cases", 2, "contacts", 9))
                        .status())
                .isEqualTo(403);
        assertThat(city.get(OFFICER, "park-clinics/" + id + "/counts")
                        .at("/items/0/contacts")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void remindsAnEmployerTwelveMonthsAfterTheLastCheckUp() {
        var uscc = "91350404MA0FJM020R";
        city.on("2024-03-01");
        city.told("wage.contract.signed", "lc-cu", 1, "350404", """
                {"person_id": "P-cu", "employer_uscc": "%s", "start_on": "2024-03-01",
                 "signed_on": "2024-03-01", "term": "FIXED"}""".formatted(uscc));
        city.on("2025-03-01");
        await("the contract is known").atMost(Duration.ofSeconds(20)).until(() -> {
            city.run("checkup-plan", "2025-03-01");
            return city.status(Who.firm(uscc), "check-up-plans/" + uscc) == 200;
        });
        var plan = city.get(Who.firm(uscc), "check-up-plans/" + uscc);
        assertThat(plan.path("next_due_on").asString()).isEqualTo("2025-03-01");
        assertThat(plan.path("due").asBoolean()).isTrue();
        var report = Map.of(
                "kind",
                "EMPLOYER",
                "employer_uscc",
                uscc,
                "district",
                "350404",
                "place",
                "厂区",
                "held_on",
                "2025-03-01",
                "persons",
                12);
        var held = city.done(Who.firm(uscc), "check-ups", report).path("id").asString();
        assertThat(city.post(Who.firm(uscc), "check-ups", report).status()).isEqualTo(409);
        assertThat(events.await("community.checkup.held", held)
                        .data()
                        .path("persons")
                        .asInt())
                .isEqualTo(12);
        city.run("checkup-plan", "2026-02-28");
        assertThat(city.get(OFFICER, "check-up-plans/" + uscc).path("due").asBoolean())
                .isFalse();
        city.run("checkup-plan", "2026-03-01");
        assertThat(city.get(OFFICER, "check-up-plans/" + uscc).path("due").asBoolean())
                .isTrue();
        assertThat(city.status(Who.firm("91350400123456789X"), "check-up-plans/" + uscc))
                .isEqualTo(403);
    }
}
