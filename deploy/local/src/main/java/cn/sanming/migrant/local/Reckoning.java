package cn.sanming.migrant.local;

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
        relevant.forEach(type -> teller.say("  " + type));
        figure("IND-15-D", "2024-05");
        figure("IND-15-D", "2024-08");
        figure("IND-15-B", "2024Q3");
        figure("IND-15-E", "2024Q2");
        figure("IND-17-A", "2024Q3");
        figure("IND-18-C", "2024-06");
        teller.say("walk on: /api/v1/supervision/timelines/" + projectId + " and /" + caseId);
    }

    private void figure(String indicator, String period) {
        var answer = teller.get("supervisor", "/api/v1/supervision/indicators/" + indicator + "/figures?period=" + period);
        teller.say("  " + indicator + " " + period + "  " + answer.body());
    }
}
