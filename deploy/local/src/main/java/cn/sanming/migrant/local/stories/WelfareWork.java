package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.stories.Citizen.Answer;
import java.util.Map;

/// The public-welfare post: proposed, publicised, approved and begun.
final class WelfareWork {

    static final String EMPLOYER = "12350405MB0FJM059E";
    private static final String POSTS = "/api/v1/jobs/welfare-posts";

    private final Teller teller;
    private final String person;
    private final String certificate;
    private String id = "";

    WelfareWork(Teller teller, String person, String certificate) {
        this.teller = teller;
        this.person = person;
        this.certificate = certificate;
    }

    String id() {
        return id;
    }

    static Answer propose(Teller teller, String person, String certificate, String born, String category) {
        return teller.post(
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

    static Answer start(Teller teller, String post, String on) {
        return teller.post(
                "institution", POSTS + '/' + post + "/start", Map.of("start_on", on, "agreement_signed", true));
    }

    void isApproved() {
        teller.day("2024-07-25", "沙县测试环卫中心 has a post; who is to have it is made public from 26 July to 1 August");
        var proposed = propose(teller, person, certificate, "1979-05-20", "FEMALE_50");
        teller.same("public until", "2024-08-01", proposed.text("/publicity_last_day"));
        id = proposed.text("/id");
        teller.day("2024-08-05", "nobody objected: approved");
        LatePayroll.state(
                teller, "APPROVED", teller.post(UnemployedCouple.OFFICER, POSTS + '/' + id + "/approve", null));
    }

    void begins() {
        teller.day("2024-08-12", "she begins, on the last day of the family's deadline");
        var started = start(teller, id, "2024-08-12");
        LatePayroll.state(teller, "ACTIVE", started);
        teller.same("limit", "36_MONTHS", started.text("/decision/result/limit"));
        teller.same("subsidised until", "2027-08-11", started.text("/last_subsidised_day"));
        var retirement = teller.post(
                UnemployedCouple.OFFICER,
                "/api/v1/jobs/rules/RETIREMENT_DATE/evaluations",
                Map.of("birth_date", "1979-05-20", "category", "FEMALE_50"));
        teller.same("retires on", "2031-08-20", retirement.text("/result/retirement_date"));
        teller.event(id, "job.post.placed");
        teller.event(person, "job.placement.confirmed");
    }
}
