package cn.sanming.migrant.local.stories;

import java.util.Map;

/// Story 2: a worker trains, passes an appraisal in another city, is told what is due without asking, is paid, and
/// finds work at home (worked example WE-347).
final class SkilledReturn implements Demo.Story {

    static final String ELECTRICIAN = "6-31-01-03";
    private static final String WORKER = "worker-2";
    private static final String AGENCY = "91350404MA0FJM098R";
    private static final String TRAINING = "/api/v1/training/";

    @Override
    public void tell(ScenarioRunner runner) {
        var person = runner.get(WORKER, "/api/v1/identity/me").text("/worker_id");
        trains(runner, person);
        var work = new WorkAtHome(runner, WORKER, person);
        isAppraised(runner, person, work);
        var grants = new Grants(runner, WORKER, person);
        grants.open();
        work.isRecommended();
        grants.arePaid();
        work.begins();
        reckon(runner);
    }

    private static void trains(ScenarioRunner runner, String person) {
        runner.day("2024-02-20", "an electrician class of 50 hours is planned in Shaxian; the worker is admitted");
        var course = runner.post(
                        "training-org",
                        TRAINING + "classes",
                        Map.ofEntries(
                                Map.entry("organiser_uscc", "91350404MA0FJM0800"),
                                Map.entry("kind", "TRANSFER"),
                                Map.entry("occupation_code", ELECTRICIAN),
                                Map.entry("target_level", 4),
                                Map.entry("district", "350405"),
                                Map.entry("start_on", "2024-03-04"),
                                Map.entry("end_on", "2024-04-12"),
                                Map.entry("hours", 50),
                                Map.entry("capacity", 30),
                                Map.entry("sessions", 1)))
                .text("/id");
        runner.post("training-org", TRAINING + "classes/" + course + "/open", null);
        var enrolment = runner.post(
                        WORKER,
                        TRAINING + "enrolments",
                        Map.of("class_id", course, "person_id", person, "is_migrant_worker", true))
                .text("/id");
        runner.post("training-org", TRAINING + "enrolments/" + enrolment + "/admit", null);
        runner.day("2024-03-04", "the class begins");
        LatePayroll.state(
                runner, "RUNNING", runner.post("training-org", TRAINING + "classes/" + course + "/start", null));
        LatePayroll.state(
                runner,
                "ATTENDING",
                runner.post(
                        "training-org", TRAINING + "enrolments/" + enrolment + "/attend", Map.of("hours", "46.00")));
        runner.day("2024-04-12", "the class ends: 46 of 50 hours, passed");
        runner.post("training-org", TRAINING + "classes/" + course + "/session", Map.of());
        LatePayroll.state(
                runner,
                "COMPLETED",
                runner.post(
                        "training-org",
                        TRAINING + "enrolments/" + enrolment + "/complete",
                        Map.of("assessment_passed", true)));
        LatePayroll.state(
                runner, "COMPLETED", runner.post("training-org", TRAINING + "classes/" + course + "/complete", null));
        runner.event(enrolment, "training.enrolment.completed");
        var heard = runner.get("supervisor", "/api/v1/supervision/timelines/" + enrolment + "?limit=200");
        var event = runner.get("supervisor", heard.text("/items/0/link"));
        runner.same("attendance", "0.9200", event.text("/payload/attendance"));
    }

    private static void isAppraised(ScenarioRunner runner, String person, WorkAtHome work) {
        runner.day("2024-04-15", "the worker now works in Quanzhou and asks for a level-4 appraisal there");
        var appraisal = runner.post(
                WORKER,
                TRAINING + "appraisals",
                Map.of(
                        "person_id",
                        person,
                        "district",
                        "350405",
                        "occupation_code",
                        ELECTRICIAN,
                        "level",
                        4,
                        "work_region",
                        "350500",
                        "fee",
                        "180.00",
                        "is_migrant_worker",
                        true));
        runner.same("to be forwarded by", "2024-04-18", appraisal.text("/due_on"));
        var path = TRAINING + "appraisals/" + appraisal.text("/id");
        runner.day("2024-04-17", "forwarded to an agency at the place of work, which accepts");
        runner.post("hr-350405", path + "/forward", Map.of("agency_uscc", AGENCY));
        runner.event(appraisal.text("/id"), "training.appraisal.forwarded");
        var accepted = runner.post("appraisal-org", path + "/agency_accept", null);
        LatePayroll.state(runner, "ACCEPTED", accepted);
        runner.same("exam by", "2024-05-10", accepted.text("/due_on"));
        runner.day("2024-05-08", "the exam is passed at the first attempt; the approved fee is 180.00");
        runner.post("appraisal-org", path + "/schedule", Map.of("exam_on", "2024-05-08", "fee", "180.00"));
        var passed = runner.post("appraisal-org", path + "/pass", null);
        LatePayroll.state(runner, "PASSED", passed);
        runner.same("certificate by", "2024-05-28", passed.text("/due_on"));
        runner.event(appraisal.text("/id"), "training.appraisal.passed");
        work.isOffered();
        runner.day("2024-05-20", "the certificate is issued, in time");
        LatePayroll.state(
                runner,
                "CERTIFIED",
                runner.post(
                        "appraisal-org",
                        path + "/issue_certificate",
                        Map.of("kind", "SKILL_LEVEL", "number", "S000035040524400001")));
        var certificate = runner.get(WORKER, TRAINING + "certificates?person_id=" + person)
                .text("/items/0/id");
        runner.event(certificate, "training.certificate.issued");
    }

    private static void reckon(ScenarioRunner runner) {
        runner.say("");
        runner.say("what the supervision office sees:");
        runner.figure("IND-05-A", "2024", "/shown", "1");
        runner.figure("IND-06-A", "2024Q2", "/shown", "100.00%");
        runner.figure("IND-06-B", "2024", "/shown", "100.00%");
        runner.figure("IND-06-C", "2024Q2", "/shown", "100.00%");
        runner.figure("IND-19-B", "2024Q3", "/shown", "23");
    }
}
