package cn.sanming.migrant.supervision.indicator;

import static cn.sanming.migrant.supervision.indicator.CountedFact.OPEN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/// How measures 6 to 12 are counted: certificates, take-up, competitions, school places, homes, doses, closed days.
final class SkillFormulas {

    private SkillFormulas() {}

    /// IND-06-A: each passed appraisal is followed by its certificate within the working days.
    static List<CountedFact> certificates(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var used = new HashSet<String>();
        for (var passed : evidence.latestBySubject("training.appraisal.passed")) {
            var day = passed.date("passed_on");
            var issued = evidence.where("training.certificate.issued", fact -> !fact.date("issued_on")
                            .isBefore(day))
                    .filter(fact -> used.add(fact.subject()))
                    .findFirst()
                    .orElse(null);
            items.add(Deadline.met(
                            "passed",
                            policyFigures.workingDays(day, "training.certificate_wd"),
                            issued == null ? null : issued.date("issued_on"),
                            passed,
                            issued)
                    .named(passed.subject()));
        }
        return items;
    }

    /// IND-06-B: of the entitlements opened in a year, those that were paid. A payment does not name its
    /// entitlement: it is that of its kind and amount, or else the oldest of its kind.
    static List<CountedFact> takeUp(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var opened = evidence.latestBySubject("subsidy.entitlement.opened");
        var payments = new LinkedHashMap<String, Fact>();
        for (var paid : evidence.latestBySubject("subsidy.application.paid")) {
            opened.stream()
                    .filter(one -> one.text("kind").equals(paid.text("kind")) && !payments.containsKey(one.subject()))
                    .min(Comparator.comparing(one -> !one.text("amount").equals(paid.text("amount"))))
                    .ifPresent(one -> payments.put(one.subject(), paid));
        }
        var items = new ArrayList<CountedFact>();
        for (var one : opened) {
            var paid = payments.get(one.subject());
            var expired = evidence.where("subsidy.entitlement.expired", fact -> fact.subject()
                            .equals(one.subject()))
                    .findFirst()
                    .orElse(null);
            items.add(CountedFact.on("opened", one.day(), one, paid, expired)
                    .named(one.subject())
                    .hit(paid != null)
                    .group(paid != null ? "PAID" : expired != null ? "EXPIRED" : "OPEN"));
        }
        return items;
    }

    /// IND-07-A: the level of a competition stands in its announcement.
    static List<CountedFact> competitions(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var closed = evidence.last("training.competition.closed");
        if (closed == null) {
            return List.of();
        }
        var published = evidence.last("training.competition.published");
        var day = closed.date("closed_on");
        return List.of(
                CountedFact.on("closed", day, closed, published)
                        .group(published == null ? "UNKNOWN" : published.text("level")),
                CountedFact.on("entries", day, closed)
                        .ratio(closed.number("migrant_entries"), closed.number("entries")));
    }

    /// IND-08-A: on 1 September of its school year every child that applied has a place.
    static List<CountedFact> schoolPlaces(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var submitted = evidence.last("community.enrolment.submitted");
        var placed = evidence.last("community.enrolment.placed");
        if (submitted == null && placed == null) {
            return List.of();
        }
        var year = submitted == null ? placed.date("placed_on").getYear() : (int) submitted.number("school_year");
        var judged = LocalDate.of(year, 9, 1);
        var hasPlace = placed != null && !placed.date("placed_on").isAfter(judged);
        return List.of(CountedFact.on("applications", judged, submitted, placed)
                .hit(hasPlace)
                .group(placed == null ? null : placed.text("state"))
                .pendingUntil(hasPlace ? null : judged.minusDays(1)));
    }

    /// IND-09-A: a household that qualified has a lease, or has not waited longer than the years allowed.
    static List<CountedFact> housing(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var leases = evidence.latestBySubject("housing.lease.signed");
        for (var lease : leases) {
            var ended = evidence.where(
                            "housing.lease.ended", fact -> fact.subject().equals(lease.subject()))
                    .findFirst()
                    .orElse(null);
            var until = ended == null ? OPEN : ended.date("ended_on");
            items.add(CountedFact.lasting("households", lease.date("start_on"), until, lease, ended)
                    .named("lease#" + lease.subject())
                    .hit(true)
                    .group("LEASED"));
        }
        for (var qualified : evidence.latestBySubject("housing.application.qualified")) {
            if (!qualified.text("programme").equals("PUBLIC_RENTAL")) {
                continue;
            }
            var since = qualified.date("qualified_on");
            var housed = leases.stream()
                    .map(lease -> lease.date("start_on"))
                    .filter(day -> !day.isBefore(since))
                    .min(LocalDate::compareTo)
                    .orElse(OPEN);
            var tooLong = since.plusYears(policyFigures.figure("housing.waitlist_max_years", since))
                    .plusDays(1);
            items.add(CountedFact.lasting("households", since, EmploymentFormulas.earlier(housed, tooLong), qualified)
                    .named("waiting#" + qualified.subject())
                    .hit(true)
                    .group("WAITING"));
            if (housed.isAfter(tooLong)) {
                items.add(CountedFact.lasting("households", tooLong, housed, qualified)
                        .named("too-long#" + qualified.subject())
                        .hit(false)
                        .group("WAITING_TOO_LONG"));
            }
        }
        return items;
    }

    /// IND-10-B: a dose is in time until some days after it was due.
    static List<CountedFact> vaccination(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var given = evidence.last("community.vaccination.given");
        if (given == null) {
            return List.of();
        }
        var due = given.date("due_on");
        var limit = due.plusDays(policyFigures.figure("supervision.vaccination_grace_days", due));
        var day = given.date("given_on");
        return List.of(CountedFact.on("doses", day, given).hit(!day.isAfter(limit)));
    }

    /// IND-12-A: a closed day is unannounced when the announcement came on that day or later.
    static List<CountedFact> closedDays(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var closed = evidence.last("community.venue.closed");
        if (closed == null) {
            return List.of();
        }
        var from = closed.date("from");
        var to = closed.date("to");
        return List.of(
                CountedFact.on("closures", from, closed).amount(days(from, to)),
                CountedFact.on("unannounced", from, closed)
                        .counting(days(from, EmploymentFormulas.earlier(to, closed.date("announced_on")))));
    }

    private static long days(LocalDate from, LocalDate to) {
        return Math.max(0, to.toEpochDay() - from.toEpochDay() + 1);
    }
}
