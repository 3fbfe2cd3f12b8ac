package cn.sanming.migrant.supervision.indicator;

import static cn.sanming.migrant.supervision.indicator.CountedFact.OPEN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// How measures 1 to 4 are counted: vacancies, families without work, welfare posts, agreements, rewards, loans.
final class EmploymentFormulas {

    private EmploymentFormulas() {}

    /// IND-01-C: from publication to the moment the event was with those who send it on.
    static List<CountedFact> vacancyPush(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var published = evidence.first("job.vacancy.published");
        if (published == null) {
            return List.of();
        }
        var delay = Duration.between(published.moment("published_at"), published.received());
        return List.of(CountedFact.on("pushes", published.date("published_at"), published)
                .sample(Math.max(0, delay.toSeconds())));
    }

    /// IND-02-A: a family is overdue from the day after its deadline until a member has found work.
    static List<CountedFact> zeroFamilies(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var verified = evidence.last("job.zeroemployment.verified");
        if (verified == null) {
            return List.of();
        }
        var since = verified.date("verified_on");
        var overdue = verified.date("deadline_on").plusDays(1);
        var eliminated = evidence.where("job.zeroemployment.eliminated", fact -> !fact.date("eliminated_on")
                        .isBefore(since))
                .findFirst()
                .orElse(null);
        var until = eliminated == null ? OPEN : eliminated.date("eliminated_on");
        var items = new ArrayList<CountedFact>();
        items.add(CountedFact.lasting("in_assistance", since, earlier(until, overdue), verified, eliminated));
        if (until.isAfter(overdue)) {
            items.add(CountedFact.lasting("overdue", overdue, until, verified, eliminated));
        }
        return items;
    }

    /// IND-02-B: enough different vacancies were recommended within the working days after registration.
    static List<CountedFact> firstRecommendations(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        for (var registered : evidence.latestBySubject("job.unemployment.registered")) {
            var day = registered.date("registered_on");
            var limit = policyFigures.workingDays(day, "job.recommend.first_wd");
            var needed = policyFigures.figure("job.recommend.first_count", day);
            var seen = new HashSet<String>();
            var basis = new ArrayList<Fact>(List.of(registered));
            evidence.where(
                            "job.recommendation.made",
                            fact -> !fact.day().isBefore(day) && !fact.day().isAfter(limit))
                    .filter(fact -> seen.size() < needed && seen.add(fact.text("vacancy_id")))
                    .forEach(basis::add);
            var enough = seen.size() >= needed;
            items.add(CountedFact.on("registered", day, basis.toArray(Fact[]::new))
                    .named(registered.subject())
                    .hit(enough)
                    .pendingUntil(enough ? null : limit));
        }
        return items;
    }

    /// IND-02-C: posts are active until their last subsidised day or their end; the subsidy counts when it is paid.
    static List<CountedFact> welfarePosts(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var placed = evidence.last("job.post.placed");
        if (placed != null) {
            var ended = evidence.last("job.post.ended");
            var until = placed.date("last_subsidised_day").plusDays(1);
            if (ended != null) {
                until = earlier(until, ended.date("end_on").plusDays(1));
            }
            items.add(CountedFact.lasting("active_posts", placed.date("start_on"), until, placed, ended));
        }
        paid(evidence, "POST")
                .ifPresent(paid -> items.add(
                        CountedFact.on("paid", paid.date("paid_on"), paid).amount(paid.number("amount"))));
        return items;
    }

    /// IND-03-A: an agreement is active from its first to its last valid day.
    static List<CountedFact> agreements(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var signed = evidence.last("job.agreement.signed");
        if (signed == null) {
            return List.of();
        }
        var expired = evidence.last("job.agreement.expired");
        var until = signed.date("valid_until").plusDays(1);
        if (expired != null) {
            until = earlier(until, expired.day());
        }
        return List.of(CountedFact.lasting("active", signed.date("valid_from"), until, signed, expired)
                .amount(signed.number("target_headcount")));
    }

    /// IND-03-B: what each agency has received so far; the persons follow from the reward for one.
    static List<CountedFact> agencyRewards(
            Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        return paid(evidence, "AGENCY_REWARD")
                .map(paid -> {
                    var day = paid.date("paid_on");
                    var amount = paid.number("amount");
                    var each = policyFigures
                            .policy()
                            .on(day)
                            .money("subsidy.agency_reward.per_person")
                            .amount()
                            .movePointRight(2)
                            .longValueExact();
                    return List.of(
                            CountedFact.on("by_agency", day, paid)
                                    .group(paid.text("applicant_id"))
                                    .amount(amount),
                            CountedFact.on("paid", day, paid)
                                    .counting(Math.ceilDiv(amount, each))
                                    .amount(amount));
                })
                .orElse(List.of());
    }

    /// IND-04-B: a loan is outstanding until it is due, and overdue from then on if the bank says so.
    static List<CountedFact> loans(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        var disbursed = evidence.last("subsidy.loan.disbursed");
        var overdue = evidence.last("subsidy.loan.overdue");
        if (disbursed != null) {
            var day = disbursed.date("disbursed_on");
            var amount = disbursed.number("amount");
            var until = disbursed.date("due_on").plusDays(1);
            if (overdue != null) {
                until = earlier(until, overdue.date("due_on").plusDays(1));
            }
            items.add(CountedFact.on("disbursed", day, disbursed).amount(amount));
            items.add(CountedFact.lasting("balance", day, until, disbursed).ratio(0, amount));
        }
        if (overdue != null) {
            var outstanding = overdue.number("outstanding");
            items.add(CountedFact.lasting("balance", overdue.date("due_on").plusDays(1), OPEN, overdue)
                    .named("overdue")
                    .ratio(outstanding, outstanding));
        }
        return items;
    }

    private static Optional<Fact> paid(Evidence evidence, String kind) {
        return Optional.ofNullable(evidence.last("subsidy.application.paid"))
                .filter(fact -> fact.text("kind").equals(kind));
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
