package cn.sanming.migrant.local.stories;

import java.util.List;

/// What the supervision office sees at the end: the employer's timeline and the indicators.
final class Reckoning {

    private static final List<String> IN_ORDER = List.of(
            "wage.arrears.detected",
            "wage.case.filed",
            "wage.order.issued",
            "wage.order.defaulted",
            "legalaid.dispute.accepted",
            "wage.blacklist.listed",
            "job.vacancy.hidden",
            "legalaid.dispute.awarded",
            "wage.case.closed",
            "wage.blacklist.removed");

    private final ScenarioRunner runner;

    Reckoning(ScenarioRunner runner) {
        this.runner = runner;
    }

    void look(String projectId, String caseId) {
        runner.say("");
        runner.say("what the supervision office sees:");
        var timeline = runner.timeline(LatePayroll.EMPLOYER);
        var relevant = timeline.stream().filter(IN_ORDER::contains).distinct().toList();
        runner.same("the employer's timeline", IN_ORDER, relevant);
        runner.same(
                "the application is suspended between listing and award",
                true,
                timeline.indexOf("wage.blacklist.listed") < timeline.indexOf("subsidy.application.suspended")
                        && timeline.indexOf("subsidy.application.suspended")
                                < timeline.indexOf("legalaid.dispute.awarded"));
        relevant.forEach(type -> runner.say("  " + type));
        runner.figure("IND-15-D", "2024-05", "/breakdown/RED", "{\"workers\":23,\"amount\":\"157550.00\"}");
        runner.figure("IND-15-D", "2024-08", "/breakdown/RED", "{\"workers\":0,\"amount\":\"0.00\"}");
        runner.figure("IND-15-B", "2024Q3", "/shown", "100.00%");
        runner.figure("IND-15-E", "2024Q2", "/breakdown/listed", "{\"listed\":1}");
        runner.figure("IND-15-E", "2024Q2", "/shown", "100.00%");
        runner.figure("IND-17-A", "2024Q3", "/shown", "100.00%");
        runner.figure("IND-18-C", "2024-06", "/shown", "0");
        runner.say("walk on: /api/v1/supervision/timelines/" + projectId + " and /" + caseId);
    }
}
