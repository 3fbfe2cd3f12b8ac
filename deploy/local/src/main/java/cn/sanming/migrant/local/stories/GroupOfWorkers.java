package cn.sanming.migrant.local.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The legal-aid side of the story: one visit, 23 cases, one dispute on the fast track.
final class GroupOfWorkers {

    private static final String AID = "/api/v1/legal-aid/";

    private final ScenarioRunner runner;
    private final Workforce workers;
    private final String caseId;
    private final List<String> aidCases = new ArrayList<>();
    private String dispute = "";

    GroupOfWorkers(ScenarioRunner runner, Workforce workers, String caseId) {
        this.runner = runner;
        this.workers = workers;
        this.caseId = caseId;
    }

    void areVisited() {
        var visit = runner.post(
                        "legal-aid-350404",
                        AID + "visits",
                        Map.of(
                                "person_ids",
                                workers.personIds(),
                                "place",
                                "三元区测试路1号工地",
                                "district",
                                "350404",
                                "kind",
                                "DOOR_TO_DOOR",
                                "employer_uscc",
                                LatePayroll.EMPLOYER))
                .text("/id");
        runner.day("2024-06-11", "a visit to the 23 workers at the site is scheduled");
        var scheduled = runner.post(
                "legal-aid-350404", AID + "visits/" + visit + "/schedule", Map.of("visit_on", "2024-06-12"));
        runner.same("to be scheduled by", "2024-06-12", scheduled.text("/schedule_by"));
        runner.clause("measure 18: 预约、上门受理 for groups of ten or more, within two working days (10 June is a holiday)");
        runner.event(visit, "legalaid.visit.scheduled");
        runner.day("2024-06-12", "23 applications are taken and granted on the spot, without a means test");
        runner.post("legal-aid-350404", AID + "visits/" + visit + "/visit", null);
        var accepted = runner.post("legal-aid-350404", AID + "visits/" + visit + "/accept", null);
        var cases = runner.eventually(
                "23 legal-aid cases",
                () -> runner.get(
                        "legal-aid-350404", AID + "cases?group_id=" + accepted.text("/group_id") + "&limit=200"),
                answer -> answer.body().at("/items").size() == 23);
        cases.body().at("/items").forEach(item -> aidCases.add(item.path("id").asString()));
        var first = cases.body().at("/items/0");
        runner.same(
                "means test required", false, first.path("means_test_required").asBoolean());
        runner.same("to be reviewed by", "2024-06-17", first.path("review_by").asString());
        var granted = aidCases.stream()
                .map(id -> runner.post("legal-aid-350404", AID + "cases/" + id + "/grant", null))
                .toList();
        runner.same("to be assigned by", "2024-06-13", granted.getFirst().text("/assign_by"));
        runner.clause("法律援助法 art. 42: no means test for wage claims of migrant workers");
        apply(visit);
    }

    private void apply(String visit) {
        runner.day("2024-06-13", "one union lawyer takes all 23; arbitration is applied for");
        for (var id : aidCases) {
            runner.post(
                    "legal-aid-350404",
                    AID + "cases/" + id + "/assign",
                    Map.of("lawyer_id", "lawyer", "pool", "UNION"));
            runner.post("lawyer", AID + "cases/" + id + "/start", null);
        }
        var claims = workers.personIds().stream()
                .map(person -> Map.of("kind", "LABOUR_PAY", "amount", "6850.00", "person_id", person))
                .toList();
        dispute = runner.post(
                        "legal-aid-350404",
                        AID + "disputes",
                        Map.of(
                                "visit_id",
                                visit,
                                "claims",
                                claims,
                                "migrant_worker",
                                true,
                                "representatives",
                                workers.personIds().subList(0, 3),
                                "district_of_work",
                                "350404",
                                "arrears_case_id",
                                caseId,
                                "simple",
                                true))
                .text("/id");
        runner.day("2024-06-14", "the commission accepts it on the fast track");
        var accepted = runner.post("registrar-350404", AID + "disputes/" + dispute + "/accept", Map.of());
        runner.same("fast track until", "2024-07-15", accepted.text("/clocks/decide_by_fast"));
        runner.same("by law until", "2024-07-29", accepted.text("/clocks/decide_by_statutory"));
        runner.clause("调解仲裁法 art. 43; measure 17: 快立、快调、快审、快结");
        runner.event(LatePayroll.EMPLOYER, "legalaid.dispute.accepted");
    }

    void winTheirCase() {
        runner.day("2024-07-10", "hearing and award for all 23");
        runner.post(
                "arbitrator-350404",
                AID + "disputes/" + dispute + "/schedule_hearing",
                Map.of("hearing_on", "2024-07-10", "notice_waived", true));
        runner.post("arbitrator-350404", AID + "disputes/" + dispute + "/hear", null);
        var items = workers.personIds().stream()
                .map(person -> Map.of("kind", "LABOUR_PAY", "amount", "6850.00", "person_id", person))
                .toList();
        var award = runner.post("arbitrator-350404", AID + "disputes/" + dispute + "/award", Map.of("items", items));
        runner.same("awarded", "157550.00", award.text("/award/amount"));
        runner.eventually(
                "a final award takes effect at once",
                () -> runner.get("arbitrator-350404", AID + "disputes/" + dispute),
                answer -> answer.text("/state").equals("EFFECTIVE"));
        runner.clause("调解仲裁法 art. 47: each item 6,850.00 <= 12 months' minimum wage: final");
        runner.event(LatePayroll.EMPLOYER, "legalaid.dispute.awarded");
    }

    void areDone() {
        LatePayroll.state(
                runner,
                "CLOSED",
                runner.post("court", AID + "disputes/" + dispute + "/satisfy", Map.of("received", "157550.00")));
        for (var id : aidCases) {
            runner.post(
                    "lawyer",
                    AID + "cases/" + id + "/close",
                    Map.of(
                            "outcome",
                            "WON",
                            "amount_recovered",
                            "6850.00",
                            "report_filed",
                            true,
                            "documents",
                            List.of("结案报告")));
        }
        runner.event(aidCases.getFirst(), "legalaid.case.closed");
        runner.say("23 legal-aid cases closed, 157,550.00 recovered");
    }
}
