package cn.sanming.migrant.training;

import static cn.sanming.migrant.training.Desk.COUNTY_OFFICER;
import static cn.sanming.migrant.training.Desk.OFFICER;
import static cn.sanming.migrant.training.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// The way of a migrant worker to a degree of the partner university.
@ServiceTest
@Import(Desk.class)
class DegreeStoryTest {

    @Autowired
    Desk desk;

    private static Map<String, Object> application(String person, boolean migrant) {
        return Map.of(
                "person_id", person,
                "district", "350404",
                "level", "COLLEGE",
                "programme", "机电一体化技术",
                "is_migrant_worker", migrant);
    }

    @Test
    void leadsFromTheApplicationToTheDegree() {
        desk.on("2024-07-01")
                .refused(
                        worker("P-0501"), "degree-enrolments", application("P-0501", false), 422, "NOT_MIGRANT_WORKER");
        var made = desk.done(worker("P-0501"), "degree-enrolments", application("P-0501", true));
        assertThat(made.text("/partner")).isEqualTo("福建开放大学三明分校");
        var id = made.text("/id");
        var path = "degree-enrolments/" + id;
        desk.refused(worker("P-0501"), "degree-enrolments", application("P-0501", true), 409, "DUPLICATE");
        desk.on("2024-09-01")
                .refused(OFFICER, path + "/admit", Map.of("admitted_on", "2024-09-02"), 422, "IN_THE_FUTURE");
        desk.done(COUNTY_OFFICER, path + "/admit", Map.of("admitted_on", "2024-09-01"));
        assertThat(desk.published("training.degree.admitted", id)
                        .path("programme")
                        .asString())
                .isEqualTo("机电一体化技术");
        desk.refused(OFFICER, path + "/graduate", Map.of("graduated_on", "2027-01-10"), 409, "ILLEGAL_TRANSITION");
        var stranger = Desk.organisation("TRAINING_ORG", Desk.ORGANISER);
        assertThat(desk.post(stranger, path + "/begin", Map.of()).status()).isEqualTo(404);
        desk.done(Desk.organisation("TRAINING_ORG", Desk.PARTNER), path + "/begin");
        desk.refused(OFFICER, path + "/graduate", Map.of("graduated_on", "2024-09-01"), 422, "NOT_AFTER_ADMISSION");
        assertThat(desk.isSilentAbout("training.degree.graduated", id)).isTrue();
        desk.on("2027-01-10").done(OFFICER, path + "/graduate", Map.of("graduated_on", "2027-01-10"));
        assertThat(desk.published("training.degree.graduated", id)
                        .path("graduated_on")
                        .asString())
                .isEqualTo("2027-01-10");
        desk.everythingPublishedIsAsAgreed();
        desk.everyQueryHasAnIndex();
    }

    @Test
    void letsAWorkerWhoWithdrewTryAgain() {
        desk.on("2024-07-01");
        var first = desk.done(worker("P-0502"), "degree-enrolments", application("P-0502", true))
                .text("/id");
        assertThat(desk.post(worker("P-0503"), "degree-enrolments/" + first + "/withdraw", Map.of())
                        .status())
                .isEqualTo(404);
        desk.done(worker("P-0502"), "degree-enrolments/" + first + "/withdraw");
        var second = desk.done(worker("P-0502"), "degree-enrolments", application("P-0502", true))
                .text("/id");
        assertThat(second).isNotEqualTo(first);
        desk.done(OFFICER, "degree-enrolments/" + second + "/strike_off", Map.of("reason", "未达到录取线"));
        assertThat(desk.post(worker("P-0504"), "degree-enrolments", application("P-0502", true))
                        .status())
                .isEqualTo(403);
    }
}
