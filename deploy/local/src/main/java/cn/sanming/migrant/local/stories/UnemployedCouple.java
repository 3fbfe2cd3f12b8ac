package cn.sanming.migrant.local.stories;

import java.util.List;
import java.util.Map;

/// Story 3: a couple without work is registered, helped as a zero-employment family, and the wife placed in a post
/// that the city subsidises (worked example WE-348).
final class UnemployedCouple implements Demo.Story {

    static final String WIFE = "worker-3";
    static final String OFFICER = "hr-350405";
    private static final String HUSBAND = "worker-4";
    private static final String REGISTRATIONS = "/api/v1/jobs/unemployment-registrations";
    private static final String FAMILIES = "/api/v1/jobs/zero-employment-families";

    @Override
    public void tell(ScenarioRunner runner) {
        var wife = runner.get(WIFE, "/api/v1/identity/me").text("/worker_id");
        var husband = runner.get(HUSBAND, "/api/v1/identity/me").text("/worker_id");
        var grant = new PostGrant(runner);
        grant.hasPaidBefore();
        var registration = areRegistered(runner, wife, husband);
        var care = new ChronicCare(runner, wife);
        care.begins();
        var family = isVerified(runner, wife, husband);
        var certificate = runner.eventually(
                        "the certificate of the family's member",
                        () -> runner.get(OFFICER, "/api/v1/jobs/hardship-certifications?person_id=" + wife),
                        answer -> !answer.body().at("/items").isEmpty())
                .text("/items/0/id");
        runner.event(certificate, "job.hardship.certified");
        var post = new WelfareWork(runner, wife, certificate);
        post.isApproved();
        post.begins();
        isEliminated(runner, family, registration);
        grant.isAppliedFor(post.id());
        care.goesOn();
        grant.isPaid();
        reckon(runner);
    }

    private static String areRegistered(ScenarioRunner runner, String wife, String husband) {
        runner.day("2024-07-09", "the wife asks to be registered as unemployed, one day too early");
        var early = runner.refused(WIFE, REGISTRATIONS, request(wife, "1979-05-20", "FEMALE_50"), 422, "NOT_ELIGIBLE");
        runner.same("because", "RESIDENCE_LT_6_MONTHS", early.text("/errors/0/code"));
        runner.clause("measure 2: resident in town for half a year; she came on 2024-01-10");
        runner.day("2024-07-10", "six months are reached: husband and wife are registered");
        var first = register(runner, WIFE, request(wife, "1979-05-20", "FEMALE_50"));
        register(runner, HUSBAND, request(husband, "1976-09-11", "MALE"));
        return first;
    }

    private static Map<String, Object> request(String person, String born, String category) {
        return Map.ofEntries(
                Map.entry("person_id", person),
                Map.entry("district", "350405"),
                Map.entry("birth_date", born),
                Map.entry("retirement_category", category),
                Map.entry("employed", false),
                Map.entry("able", true),
                Map.entry("willing", true),
                Map.entry("residence", List.of(Map.of("from", "2024-01-10", "district", "350405"))),
                Map.entry("occupation_codes", List.of("4-09-08-01")));
    }

    private static String register(ScenarioRunner runner, String who, Map<String, Object> request) {
        var id = runner.post(who, REGISTRATIONS, request).text("/id");
        var registered = runner.post(OFFICER, REGISTRATIONS + '/' + id + "/register", null);
        LatePayroll.state(runner, "REGISTERED", registered);
        runner.same("six months reached", "2024-07-10", registered.text("/decision/result/six_months_reached_on"));
        runner.same("recommendations by", "2024-07-17", registered.text("/first_recommendations_by"));
        runner.event(id, "job.unemployment.registered");
        return id;
    }

    private static String isVerified(ScenarioRunner runner, String wife, String husband) {
        runner.day("2024-07-15", "nobody of the household works: two who could, and a child");
        var id = runner.post(
                        WIFE,
                        FAMILIES,
                        Map.of(
                                "household_id",
                                "HH-3001",
                                "district",
                                "350405",
                                "business_income",
                                false,
                                "members",
                                List.of(member(wife), member(husband), child())))
                .text("/id");
        var verified = runner.post(OFFICER, FAMILIES + '/' + id + "/verify", null);
        runner.same(
                "members counted",
                2,
                verified.body().at("/decision/result/counted_members").asInt());
        runner.same("somebody has work by", "2024-08-12", verified.text("/deadline_on"));
        LatePayroll.state(
                runner,
                "IN_ASSISTANCE",
                runner.post(OFFICER, FAMILIES + '/' + id + "/start_assistance", Map.of("adviser", OFFICER)));
        runner.event(id, "job.zeroemployment.verified");
        return id;
    }

    private static Map<String, Object> member(String person) {
        return Map.of("person_id", person, "working_age", true, "able", true, "willing", true);
    }

    private static Map<String, Object> child() {
        return Map.of("working_age", false, "able", false, "willing", false, "student", true);
    }

    /// Nobody tells the register or the family's case; both learn it from the post.
    private static void isEliminated(ScenarioRunner runner, String family, String registration) {
        var eliminated = runner.eventually(
                "the family has work",
                () -> runner.get(OFFICER, FAMILIES + '/' + family),
                answer -> answer.text("/state").equals("ELIMINATED"));
        runner.same("on the last day", eliminated.text("/deadline_on"), eliminated.text("/eliminated_on"));
        runner.event(family, "job.zeroemployment.eliminated");
        var cancelled = runner.eventually(
                "the registration ends",
                () -> runner.get(OFFICER, REGISTRATIONS + '/' + registration),
                answer -> answer.text("/state").equals("CANCELLED"));
        runner.same("because", "EMPLOYED", cancelled.text("/cancel_reason"));
        runner.event(registration, "job.unemployment.cancelled");
    }

    private static void reckon(ScenarioRunner runner) {
        runner.say("");
        runner.say("what the supervision office sees:");
        runner.figure("IND-02-A", "2024-08", "/shown", "0");
        runner.figure("IND-02-C", "2024Q4", "/breakdown/paid/amount", "4697.24");
        runner.figure("IND-10-A", "2024", "/districts/350405", "1");
        runner.figure("IND-19-A", "2024", "/shown", "89.39%");
    }
}
