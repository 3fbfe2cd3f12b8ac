package cn.sanming.migrant.supervision.indicator;

import static cn.sanming.migrant.supervision.indicator.CountedFact.OPEN;

import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How measures 14 to 16 are counted: contracts, payrolls, arrears and their cases, the blacklist, insurance, injuries.
final class WageFormulas {

    private WageFormulas() {}

    /// IND-14-A: a written contract within one month of the first working day (劳动合同法 art. 10).
    static List<CountedFact> contracts(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var signed = evidence.first("wage.contract.signed");
        var overdue = evidence.first("wage.contract.overdue");
        var known = signed == null ? overdue : signed;
        if (known == null) {
            return List.of();
        }
        var start = known.date("start_on");
        var limit = Dates.addMonths(start, policyFigures.figure("wage.contract.sign_months", start));
        return List.of(
                Deadline.met("employments", limit, signed == null ? null : signed.date("signed_on"), signed, overdue));
    }

    /// IND-15-A: a payroll belongs to the month in which it is due; arrears tell of one that was not paid.
    static List<CountedFact> payrolls(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var paid = evidence.last("wage.payroll.paid");
        var arrears = evidence.first("wage.arrears.detected");
        var known = paid == null ? arrears : paid;
        if (known == null) {
            return List.of();
        }
        var due = known.date("effective_due_date");
        return List.of(CountedFact.on("payrolls", due, paid, arrears)
                .hit(paid != null && !paid.date("paid_on").isAfter(due)));
    }

    /// IND-15-B: an arrears case ends within 60 working days of filing, or 90 if extended (监察条例 art. 17).
    static List<CountedFact> arrearsCases(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var filed = evidence.last("wage.case.filed");
        if (filed == null) {
            return List.of();
        }
        var day = filed.date("filed_on");
        var first = policyFigures.workingDays(day, "wage.case.investigate_wd");
        var last = policyFigures
                .calendar()
                .workingDaysAfter(
                        day,
                        policyFigures.figure("wage.case.investigate_wd", day)
                                + policyFigures.figure("wage.case.extend_wd", day));
        var closed = evidence.last("wage.case.closed");
        var end = closed == null ? null : closed.date("closed_on");
        var item = Deadline.met("cases", last, end, filed, closed);
        if (item.n() == 0) {
            return List.of(item.group("LATE"));
        }
        return List.of(item.group(end != null && end.isAfter(first) ? "WITHIN_EXTENSION" : "WITHIN_60"));
    }

    /// IND-15-D: arrears are open at the level last detected, until they are cleared or excused by force majeure; once
    /// that is taken back they are detected anew.
    static List<CountedFact> openArrears(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var detected = evidence.all("wage.arrears.detected").stream()
                .sorted(Comparator.comparing(WageFormulas::detectedOn).thenComparing(Fact.ORDER))
                .toList();
        var ended = evidence.all("wage.arrears.cleared", "wage.arrears.excused");
        var items = new ArrayList<CountedFact>();
        for (int i = 0; i < detected.size(); i++) {
            var fact = detected.get(i);
            var from = detectedOn(fact);
            var next = i + 1 < detected.size() ? detectedOn(detected.get(i + 1)) : OPEN;
            var end = ended.stream()
                    .filter(other -> !endedOn(other).isBefore(from) && fact.sequence() < other.sequence())
                    .min(Comparator.comparing(WageFormulas::endedOn))
                    .orElse(null);
            var until = end == null ? next : EmploymentFormulas.earlier(next, endedOn(end));
            if (from.isBefore(until)) {
                items.add(CountedFact.lasting("open", from, until, fact, end)
                        .named(fact.eventId())
                        .counting(fact.number("workers"))
                        .amount(fact.number("total"))
                        .group(fact.text("level")));
            }
        }
        return items;
    }

    private static LocalDate endedOn(Fact ended) {
        return ended.date(ended.type().equals("wage.arrears.excused") ? "excused_on" : "cleared_on");
    }

    private static LocalDate detectedOn(Fact detected) {
        return detected.date("effective_due_date").plusDays(detected.number("days_late"));
    }

    /// IND-15-E: a listing is decided within 20 working days of the expiry of the order, extended once by 20 (Order
    /// 45).
    static List<CountedFact> blacklist(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        for (var listed : evidence.latestBySubject("wage.blacklist.listed")) {
            var day = listed.date("listed_on");
            items.add(CountedFact.on("listed", day, listed).named(listed.subject()));
            evidence.all("wage.order.issued", "wage.order.defaulted").stream()
                    .filter(order -> order.date("due_on").isBefore(day))
                    .max(Comparator.comparing((Fact order) -> order.date("due_on"))
                            .thenComparing(Fact::type)
                            .thenComparing(Fact.ORDER))
                    .ifPresent(order -> {
                        var expired = order.date("due_on");
                        var limit = policyFigures
                                .calendar()
                                .workingDaysAfter(
                                        expired,
                                        policyFigures.figure("wage.blacklist.decide_wd", expired)
                                                + policyFigures.figure("supervision.blacklist_extend_wd", expired));
                        items.add(CountedFact.on("decisions", day, listed, order)
                                .named(listed.subject())
                                .hit(!day.isAfter(limit)));
                    });
        }
        for (var removed : evidence.latestBySubject("wage.blacklist.removed")) {
            items.add(CountedFact.on("removed", removed.date("removed_on"), removed)
                    .named(removed.subject())
                    .group(removed.text("reason")));
        }
        return items;
    }

    /// IND-15-G: projects that bear the title 无欠薪项目部, of those that were started.
    static List<CountedFact> noArrears(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var started = evidence.last("wage.project.started");
        if (started != null) {
            items.add(CountedFact.lasting("projects", started.date("started_on"), OPEN, started)
                    .ratio(0, 1));
        }
        for (var granted : evidence.latestBySubject("wage.noarrears.granted")) {
            var from = granted.date("granted_on");
            var revoked = evidence.where(
                            "wage.noarrears.revoked", fact -> fact.subject().equals(granted.subject()))
                    .findFirst()
                    .orElse(null);
            items.add(CountedFact.lasting("projects", from, revoked == null ? OPEN : revoked.day(), granted, revoked)
                    .named(granted.subject())
                    .ratio(1, 0));
        }
        return items;
    }

    /// IND-16-B: on the day a project starts a policy covers it.
    static List<CountedFact> insuredStarts(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var started = evidence.last("wage.project.started");
        if (started == null) {
            return List.of();
        }
        var day = started.date("started_on");
        var policy = evidence.where(
                        "wage.insurance.projectinsured",
                        fact -> !day.isBefore(fact.date("from")) && !day.isAfter(fact.date("to")))
                .findFirst()
                .orElse(null);
        return List.of(CountedFact.on("projects", day, started, policy).hit(policy != null));
    }

    /// IND-16-C: a work injury is decided within 60 days of acceptance, a clear case within 15, not counting days
    /// on which the clock stood still (工伤保险条例 art. 20).
    static List<CountedFact> injuries(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var reported = evidence.first("wage.injury.reported");
        if (reported != null) {
            items.add(CountedFact.on("reported", reported.day(), reported));
        }
        var decided = evidence.last("wage.injury.recognised");
        if (decided != null) {
            var clear = decided.is("clear_case");
            var from = decided.date("accepted_on").plusDays(decided.number("suspended_days"));
            var id = clear ? "wage.injury.clear_days" : "wage.injury.decide_days";
            var day = decided.date("decided_on");
            items.add(CountedFact.on("injuries", day, decided)
                    .hit(policyFigures.withinCalendarDays(day, from, id))
                    .group(clear ? "CLEAR" : "OTHER"));
        }
        return items;
    }

    /// IND-16-D: an open station has everything it must have.
    static List<CountedFact> restStations(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var opened = evidence.last("community.reststation.opened");
        if (opened == null) {
            return List.of();
        }
        var day = opened.date("opened_on");
        return List.of(CountedFact.lasting("stations", day, OPEN, opened)
                .hit(opened.containsAll("facilities", policyFigures.list("reststation.required", day))));
    }
}
