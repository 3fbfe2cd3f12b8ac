package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.stories.Citizen.Answer;
import java.util.Map;

/// The public-welfare post: proposed, publicised, approved and begun.
final class WelfareWork {

    static final String EMPLOYER = "12350405MB0FJM059E";
    private static final String POSTS = "/api/v1/jobs/welfare-posts";

    private final ScenarioRunner runner;
    private final String person;
    private final String certificate;
    private String id = "";

    WelfareWork(ScenarioRunner runner, String person, String certificate) {
        this.runner = runner;
        this.person = person;
        this.certificate = certificate;
    }

    String id() {
        return id;
    }

    static Answer propose(ScenarioRunner runner, String person, String certificate, String born, String category) {
        return runner.post(
                "institution",
                POSTS,
                Map.of(
                        "person_id",
                        person,
                        "certification_id",
                        certificate,
                        "employer_uscc",
                        EMPLOYER,
                        "district",
                        "350405",
                        "post",
                        "保洁员",
                        "weekly_hours",
                        40,
                        "birth_date",
                        born,
                        "retirement_category",
                        category));
    }

    static Answer start(ScenarioRunner runner, String post, String on) {
        return runner.post(
                "institution", POSTS + '/' + post + "/start", Map.of("start_on", on, "agreement_signed", true));
    }

    void isApproved() {
        runner.day("2024-07-25", "沙县测试环卫中心 has a post; who is to have it is made public from 26 July to 1 August");
        var proposed = propose(runner, person, certificate, "1979-05-20", "FEMALE_50");
        runner.same("public until", "2024-08-01", proposed.text("/publicity_last_day"));
        id = proposed.text("/id");
        runner.day("2024-08-05", "nobody objected: approved");
        LatePayroll.state(
                runner, "APPROVED", runner.post(UnemployedCouple.OFFICER, POSTS + '/' + id + "/approve", null));
    }

    void begins() {
        runner.day("2024-08-12", "she begins, on the last day of the family's deadline");
        var started = start(runner, id, "2024-08-12");
        LatePayroll.state(runner, "ACTIVE", started);
        runner.same("limit", "36_MONTHS", started.text("/decision/result/limit"));
        runner.same("subsidised until", "2027-08-11", started.text("/last_subsidised_day"));
        var retirement = runner.post(
                UnemployedCouple.OFFICER,
                "/api/v1/jobs/rules/RETIREMENT_DATE/evaluations",
                Map.of("birth_date", "1979-05-20", "category", "FEMALE_50"));
        runner.same("retires on", "2031-08-20", retirement.text("/result/retirement_date"));
        runner.event(id, "job.post.placed");
        runner.event(person, "job.placement.confirmed");
    }
}
