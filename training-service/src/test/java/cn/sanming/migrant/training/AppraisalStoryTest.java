package cn.sanming.migrant.training;

import static cn.sanming.migrant.training.Desk.AGENCY;
import static cn.sanming.migrant.training.Desk.ELECTRICIAN;
import static cn.sanming.migrant.training.Desk.HOME_AGENCY;
import static cn.sanming.migrant.training.Desk.OFFICER;
import static cn.sanming.migrant.training.Desk.OTHER_AGENCY;
import static cn.sanming.migrant.training.Desk.examiner;
import static cn.sanming.migrant.training.Desk.worker;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// Appraisals at home and in another province, the certificates that follow, and what becomes of those.
@ServiceTest
@Import(Desk.class)
class AppraisalStoryTest {

    @Autowired
    Desk desk;

    private static Map<String, Object> request(String person, String region, int level) {
        return Map.of(
                "person_id", person,
                "district", "350404",
                "occupation_code", ELECTRICIAN,
                "level", level,
                "work_region", region,
                "agency_uscc", HOME_AGENCY,
                "fee", "180.00",
                "is_migrant_worker", true);
    }

    @Test
    void forwardsToAnotherProvinceUntilAnAgencyThereAccepts() {
        var asked = desk.on("2024-04-15").done(worker("P-0301"), "appraisals", request("P-0301", "440300", 4));
        assertThat(asked.text("/due_step")).isEqualTo("forward");
        assertThat(asked.text("/due_on")).isEqualTo("2024-04-18");
        var path = "appraisals/" + asked.text("/id");
        desk.refused(examiner(HOME_AGENCY), path + "/accept", Map.of(), 422, "FORWARD_FIRST");
        desk.run("appraisal-deadlines", "2024-04-18");
        assertThat(desk.get(OFFICER, path).text("/overdue_step")).isEmpty();
        desk.run("appraisal-deadlines", "2024-04-19");
        desk.run("appraisal-deadlines", "2024-04-20");
        assertThat(desk.get(OFFICER, path).text("/overdue_step")).isEqualTo("forward");
        assertThat(desk.get(OFFICER, "appraisals?overdue_step=forward").raw().body())
                .contains(asked.text("/id"));
        desk.on("2024-04-22").done(OFFICER, path + "/forward", Map.of("agency_uscc", OTHER_AGENCY));
        assertThat(desk.get(OFFICER, path).body().at("/steps/0/late").asBoolean())
                .isTrue();
        var told = desk.published("training.appraisal.forwarded", asked.text("/id"));
        assertThat(told.path("to_region").asString()).isEqualTo("440300");
        assertThat(desk.post(examiner(AGENCY), path + "/agency_accept", Map.of())
                        .status())
                .isEqualTo(404);
        desk.done(examiner(OTHER_AGENCY), path + "/agency_decline", Map.of("reason", "本季度无考位"));
        assertThat(desk.get(OFFICER, path).text("/due_on")).isEqualTo("2024-04-25");
        desk.refused(OFFICER, path + "/forward", Map.of("agency_uscc", OTHER_AGENCY), 422, "AGENCY_HAS_DECLINED");
        desk.done(OFFICER, path + "/forward", Map.of("agency_uscc", AGENCY));
        desk.done(examiner(AGENCY), path + "/agency_accept");
        desk.everyQueryHasAnIndex();
    }

    @Test
    void certifiesAndLetsAnybodyVerifyByNumberAndCode() {
        var path = passed("P-0302", 4);
        var issue = Map.of("kind", "SKILL_LEVEL", "number", "S-2024-0302");
        desk.refused(
                examiner(AGENCY),
                path + "/issue_certificate",
                Map.of("kind", "SPECIAL_ABILITY", "number", "350404199211150032"),
                422,
                "NUMBER_OF_A_PERSON",
                "KIND_DOES_NOT_FIT_LEVEL");
        assertThat(desk.on("2024-05-20")
                        .done(examiner(AGENCY), path + "/issue_certificate", issue)
                        .text("/state"))
                .isEqualTo("CERTIFIED");
        desk.refused(
                examiner(AGENCY),
                passed("P-0303", 5) + "/issue_certificate",
                Map.of("kind", "SKILL_LEVEL", "number", "S-2024-0302"),
                422,
                "NUMBER_TAKEN");
        var mine = desk.get(worker("P-0302"), "certificates").body().at("/items/0");
        assertThat(mine.path("on_shortage_list").asBoolean()).isTrue();
        var id = mine.path("id").asString();
        assertThat(desk.published("training.certificate.issued", id)
                        .path("first_pass")
                        .asBoolean())
                .isTrue();
        assertThat(desk.get(OFFICER, "certificates/" + id).text("/verification_code"))
                .isEmpty();
        var verifications = "certificate-verifications/S-2024-0302";
        var code = mine.path("verification_code").asString();
        assertThat(desk.anybodyGets(verifications).status()).isEqualTo(400);
        assertThat(desk.anybodyGets(verifications + "?code=WRONG").status()).isEqualTo(404);
        assertThat(desk.anybodyGets("certificate-verifications/S-9999?code=" + code)
                        .status())
                .isEqualTo(404);
        var answer = desk.anybodyGets(verifications + "?code=" + code.toLowerCase());
        assertThat(answer.body().path("valid").asBoolean()).isTrue();
        assertThat(answer.raw().body()).doesNotContain("P-0302");
        desk.on("2024-05-20").done(OFFICER, "certificates/" + id + "/revoke", Map.of("reason", "冒名顶替，张三代考"));
        assertThat(desk.published("training.certificate.revoked", id)
                        .path("reason")
                        .asString())
                .isEqualTo("OBTAINED_BY_FRAUD");
        answer = desk.anybodyGets(verifications + "?code=" + code);
        assertThat(answer.body().path("valid").asBoolean()).isFalse();
        assertThat(answer.text("/revoked_on")).isEqualTo("2024-05-20");
        desk.everythingPublishedIsAsAgreed();
        desk.everyQueryHasAnIndex();
    }

    /// An appraisal by the agency of another province, passed at the first attempt.
    private String passed(String person, int level) {
        var path = "appraisals/"
                + desk.on("2024-04-15")
                        .done(worker(person), "appraisals", request(person, "440300", level))
                        .text("/id");
        desk.done(OFFICER, path + "/forward", Map.of("agency_uscc", AGENCY));
        return examined(examiner(AGENCY), path, "agency_accept");
    }

    private String examined(Who agency, String path, String accept) {
        desk.on("2024-04-17").done(agency, path + "/" + accept);
        desk.done(agency, path + "/schedule", Map.of("exam_on", "2024-05-08", "fee", "200.00"));
        desk.on("2024-05-08").done(agency, path + "/pass");
        assertThat(desk.get(OFFICER, path).text("/due_on")).isEqualTo("2024-05-28");
        return path;
    }

    @Test
    void examinesAtHomeWithinFifteenWorkingDaysOrSaysWhyNot() {
        var agency = examiner(HOME_AGENCY);
        desk.on("2024-04-17");
        var path = "appraisals/"
                + desk.done(worker("P-0304"), "appraisals", request("P-0304", "350404", 5))
                        .text("/id");
        desk.refused(worker("P-0304"), "appraisals", request("P-0304", "350404", 5), 409, "DUPLICATE");
        desk.refused(OFFICER, path + "/forward", Map.of("agency_uscc", AGENCY), 422, "NOT_CROSS_REGION");
        desk.done(agency, path + "/accept");
        desk.refused(agency, path + "/schedule", Map.of("exam_on", "2024-05-11"), 422, "EXAM_AFTER_TIME_LIMIT");
        desk.refused(agency, path + "/schedule", Map.of("exam_on", "2024-04-16"), 422, "EXAM_IN_THE_PAST");
        desk.done(agency, path + "/schedule", Map.of("exam_on", "2024-05-10"));
        desk.refused(agency, path + "/fail", Map.of(), 422, "EXAM_DAY_NOT_REACHED");
        desk.on("2024-05-10").done(agency, path + "/fail");
        desk.on("2024-05-13").done(worker("P-0304"), path + "/retake");
        desk.done(agency, path + "/accept");
        var late = Map.of("exam_on", "2024-07-01", "late_reason", "全省统一考试日");
        assertThat(desk.done(agency, path + "/schedule", late).text("/late_reason"))
                .isEqualTo("全省统一考试日");
        desk.on("2024-07-01").done(agency, path + "/pass");
        var passed = desk.published("training.appraisal.passed", path.substring("appraisals/".length()));
        assertThat(passed.path("first_pass").asBoolean()).isFalse();
        assertThat(passed.path("fee").asString()).isEqualTo("180.00");
    }

    @Test
    void remembersAFailureOfAnEarlierApplication() {
        var agency = examiner(HOME_AGENCY);
        desk.on("2024-04-17");
        var first = "appraisals/"
                + desk.done(worker("P-0305"), "appraisals", request("P-0305", "350404", 5))
                        .text("/id");
        desk.done(agency, first + "/accept");
        desk.done(agency, first + "/schedule", Map.of("exam_on", "2024-04-17"));
        desk.done(agency, first + "/fail");
        desk.done(worker("P-0305"), first + "/retake");
        desk.done(agency, first + "/reject", Map.of("reason", "材料不全"));
        var second = desk.done(worker("P-0305"), "appraisals", request("P-0305", "350404", 5))
                .text("/id");
        assertThat("appraisals/" + second).isNotEqualTo(first);
        desk.done(agency, "appraisals/" + second + "/accept");
        desk.done(agency, "appraisals/" + second + "/schedule", Map.of("exam_on", "2024-04-17"));
        desk.done(agency, "appraisals/" + second + "/pass");
        assertThat(desk.published("training.appraisal.passed", second)
                        .path("first_pass")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void checksTheCertificatesOfWhoeverMustPayBackAnAppraisalSubsidy() {
        var path = passed("P-0306", 4);
        desk.on("2024-05-20")
                .done(
                        examiner(AGENCY),
                        path + "/issue_certificate",
                        Map.of("kind", "SKILL_LEVEL", "number", "S-2024-0306"));
        var id = desk.get(worker("P-0306"), "certificates").text("/items/0/id");
        clawedBack("ap-0", "STARTUP", "P-0306");
        clawedBack("ap-1", "APPRAISAL", "P-0306");
        clawedBack("ap-1", "APPRAISAL", "P-0306");
        desk.awaitTrue(
                "the check",
                () -> desk.get(OFFICER, "certificates/" + id).text("/check").equals("OPEN"));
        assertThat(desk.get(OFFICER, "certificates?check=OPEN").raw().body()).contains(id);
        desk.done(OFFICER, "certificates/" + id + "/clear", Map.of("reason", "补贴金额计算有误，证书属实"));
        clawedBack("ap-1", "APPRAISAL", "P-0306");
        clawedBack("ap-2", "APPRAISAL", "P-0307");
        desk.refused(OFFICER, "certificates/" + id + "/clear", Map.of("reason", "-"), 422, "NOTHING_TO_CHECK");
        assertThat(desk.get(OFFICER, "certificates/" + id).text("/state")).isEqualTo("ISSUED");
        desk.everyQueryHasAnIndex();
    }

    private void clawedBack(String application, String kind, String person) {
        desk.toldAsInTheExample(
                "subsidy.application.clawedback", application, 3, Map.of("kind", kind, "applicant_id", person));
    }

    @Test
    void findsAnAgencyWhereTheWorkerWorks() {
        var details = Map.of("name", "泉州测试鉴定所", "region", "350500", "occupation_codes", List.of(ELECTRICIAN));
        assertThat(desk.put(worker("P-1"), "appraisal-agencies/9144030071526726XG", details)
                        .status())
                .isEqualTo(403);
        assertThat(desk.put(OFFICER, "appraisal-agencies/123", details).status())
                .isEqualTo(400);
        for (int i = 0; i < 2; i++) {
            assertThat(desk.put(OFFICER, "appraisal-agencies/9144030071526726XG", details)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(desk.get(worker("P-1"), "appraisal-agencies?region=350500")
                        .body()
                        .path("items"))
                .hasSize(1);
        var path = "appraisals/"
                + desk.on("2024-04-15")
                        .done(worker("P-0310"), "appraisals", request("P-0310", "310115", 4))
                        .text("/id");
        desk.refused(OFFICER, path + "/forward", Map.of("agency_uscc", "9144030071526726XG"), 422, "AGENCY_ELSEWHERE");
        desk.everyQueryHasAnIndex();
    }

    @Test
    void showsAppraisalsToTheirPartiesAndTheOfficersOfTheirDistrictOnly() {
        var id = desk.on("2024-04-15")
                .done(worker("P-0308"), "appraisals", request("P-0308", "350404", 5))
                .text("/id");
        for (var stranger : List.of(worker("P-0309"), examiner(AGENCY), Who.officer("u-9", "350421", "HR_OFFICER"))) {
            assertThat(desk.get(stranger, "appraisals/" + id).status()).isEqualTo(404);
        }
        assertThat(desk.get(Desk.COUNTY_OFFICER, "appraisals/" + id).status()).isEqualTo(200);
        assertThat(desk.post(worker("P-0309"), "appraisals", request("P-0308", "350404", 4))
                        .status())
                .isEqualTo(403);
    }
}
