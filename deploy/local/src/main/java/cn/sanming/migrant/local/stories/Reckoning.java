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

    private final Teller teller;

    Reckoning(Teller teller) {
        this.teller = teller;
    }

    void look(String projectId, String caseId) {
        teller.say("");
        teller.say("what the supervision office sees:");
        var timeline = teller.timeline(LatePayroll.EMPLOYER);
        var relevant = timeline.stream().filter(IN_ORDER::contains).distinct().toList();
        teller.same("the employer's timeline", IN_ORDER, relevant);
        teller.same(
                "the application is suspended between listing and award",
                true,
                timeline.indexOf("wage.blacklist.listed") < timeline.indexOf("subsidy.application.suspended")
                        && timeline.indexOf("subsidy.application.suspended")
                                < timeline.indexOf("legalaid.dispute.awarded"));
        relevant.forEach(type -> teller.say("  " + type));
        teller.figure("IND-15-D", "2024-05", "/breakdown/RED", "{\"workers\":23,\"amount\":\"157550.00\"}");
        teller.figure("IND-15-D", "2024-08", "/breakdown/RED", "{\"workers\":0,\"amount\":\"0.00\"}");
        teller.figure("IND-15-B", "2024Q3", "/shown", "100.00%");
        teller.figure("IND-15-E", "2024Q2", "/breakdown/listed", "{\"listed\":1}");
        teller.figure("IND-15-E", "2024Q2", "/shown", "100.00%");
        teller.figure("IND-17-A", "2024Q3", "/shown", "100.00%");
        teller.figure("IND-18-C", "2024-06", "/shown", "0");
        teller.say("walk on: /api/v1/supervision/timelines/" + projectId + " and /" + caseId);
    }
}
