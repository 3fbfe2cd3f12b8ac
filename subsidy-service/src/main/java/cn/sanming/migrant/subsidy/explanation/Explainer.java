package cn.sanming.migrant.subsidy.explanation;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import cn.sanming.migrant.platform.rules.RuleBook;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.subsidy.assessment.Assessor;
import cn.sanming.migrant.subsidy.assessment.Deadlines;
import cn.sanming.migrant.subsidy.claim.Assessment;
import cn.sanming.migrant.subsidy.claim.Ruling;
import cn.sanming.migrant.subsidy.claim.State;
import cn.sanming.migrant.subsidy.claim.SubsidyApplication;
import cn.sanming.migrant.subsidy.explanation.Explanation.Change;
import cn.sanming.migrant.subsidy.explanation.Explanation.Retry;
import cn.sanming.migrant.subsidy.explanation.Explanation.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells applicants why (说明理由). The decision is told as it was taken, with its own figures; what would change it is
/// found by asking the same rule again.
@Component
class Explainer {

    /// Conditions that time alone turns: what they require is the first day on which they hold.
    private static final Set<String> TURNED_BY_TIME = Set.of("OPERATED_LT_1_YEAR", "STABLE_EMPLOYMENT_TOO_SHORT");

    /// Conditions that nothing turns but a fact found wrong.
    private static final Set<String> FINAL =
            Set.of("APPLIED_AFTER_12_MONTHS", "ALREADY_PAID", "BUSINESS_TOO_OLD", "APPLIED_TOO_LATE");

    private final Phrases phrases;
    private final Assessor assessor;
    private final RuleBook rules;
    private final Deadlines deadlines;

    Explainer(Phrases phrases, Assessor assessor, RuleBook rules, Deadlines deadlines) {
        this.phrases = phrases;
        this.assessor = assessor;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    Explanation explain(SubsidyApplication application, Locale locale) {
        var ruling = application.rulings().latest().orElse(null);
        var on = application.submittedOn();
        boolean provisional = ruling == null || application.file().is(State.ACCEPTED, State.SUBMITTED);
        var assessment = !provisional ? ruling.assessment() : on == null ? null : assess(application, on);
        var amount = assessment == null ? Money.ZERO : assessment.amount();
        var reasons = ruling == null || provisional ? List.<String>of() : ruling.reasons();
        var steps = steps(assessment, reasons, locale);
        var failed = steps.stream().filter(step -> !step.passed()).toList();
        var publicity = application.publicisedOn();
        var lastDay = publicity == null ? null : deadlines.lastDayOfPublicity(publicity);
        var until = ruling == null || provisional ? null : appealUntil(ruling.decidedOn());
        return new Explanation(
                application.id(),
                application.file().state(),
                headline(application, ruling, provisional, assessment, failed.size(), locale),
                next(application, ruling, lastDay, until, locale),
                provisional,
                ruling == null ? null : ruling.number(),
                ruling == null || provisional ? null : ruling.granted(),
                ruling == null || provisional ? null : ruling.decidedOn(),
                assessment == null ? null : assessment.rule(),
                assessment == null ? null : title(assessment.rule(), locale),
                ruling == null ? application.claim().kind().ruleVersion() : ruling.ruleVersion(),
                application.requested(),
                amount,
                steps,
                changes(failed, locale),
                retry(application, failed, locale),
                assessment == null ? List.<Decision.UsedParameter>of() : assessment.parameters(),
                lastDay,
                until,
                assessment);
    }

    private Assessment assess(SubsidyApplication application, LocalDate on) {
        return assessor.assess(application.id(), application.applicantId(), application.claim(), on);
    }

    private String title(String rule, Locale locale) {
        return rules.find(rule)
                .map(RuleBook.Entry::card)
                .map(card -> Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? card.en() : card.zh())
                .orElse(rule);
    }

    private LocalDate appealUntil(LocalDate decidedOn) {
        return rules.calendar()
                .calendarDaysAfter(decidedOn, rules.context().on(decidedOn).integer("subsidy.appeal.within_days"));
    }

    private String headline(
            SubsidyApplication application,
            @Nullable Ruling ruling,
            boolean provisional,
            @Nullable Assessment assessment,
            int failed,
            Locale locale) {
        var kind = phrases.say("kind." + application.claim().kind(), locale);
        if (provisional || ruling == null) {
            return assessment == null
                    ? phrases.say("headline.none", locale, kind)
                    : assessment.eligible()
                            ? phrases.say("headline.provisional.yes", locale, kind, assessment.amount())
                            : phrases.say("headline.provisional.no", locale, kind, failed);
        }
        if (!ruling.granted()) {
            return phrases.say("headline.refused", locale, kind, failed);
        }
        var amount = application.amount();
        var requested = application.requested() == null ? amount : application.requested();
        return phrases.say(
                requested.moreThan(amount) ? "headline.less" : "headline.granted", locale, kind, amount, requested);
    }

    private String next(
            SubsidyApplication application,
            @Nullable Ruling ruling,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate until,
            Locale locale) {
        var state = application.file().state();
        var approved = application.approvedOn();
        var day =
                switch (State.valueOf(state)) {
                    case PUBLICISED -> lastDay;
                    case APPROVED -> approved == null ? null : deadlines.payUntil(approved);
                    case PAID -> application.paidOn();
                    case REJECTED -> until;
                    case DRAFT, SUBMITTED, RETURNED, ACCEPTED, REVIEWED, SUSPENDED, WITHDRAWN -> null;
                    case CLAWBACK_ORDERED, REPAID -> null;
                };
        return phrases.say("state." + state, locale, day, ruling == null ? null : ruling.number());
    }

    /// Each condition once, with the number of lines it was asked for; then the reasons that no step speaks of.
    private List<Step> steps(@Nullable Assessment assessment, List<String> reasons, Locale locale) {
        var counted = new LinkedHashMap<RuleContext.Step, Integer>();
        var codes = new LinkedHashSet<>(reasons);
        if (assessment != null) {
            assessment.steps().forEach(step -> counted.merge(step, 1, Integer::sum));
            codes.addAll(assessment.reasons());
        }
        var told = new ArrayList<Step>();
        counted.forEach((step, lines) -> {
            told.add(step(step, lines, locale));
            if (!step.passed()) {
                codes.remove(Phrases.codeOf(step));
            }
        });
        codes.forEach(code -> told.add(new Step(
                code, false, failed(code, phrases.say(code + ".failed", locale), locale), null, null, null, 1)));
        return told;
    }

    private Step step(RuleContext.Step step, int lines, Locale locale) {
        var code = Phrases.codeOf(step);
        var text = step.passed()
                ? phrases.say("met", locale, phrases.name(code, locale))
                : failed(code, phrases.say(code + ".failed", locale, step.required(), step.found()), locale);
        return new Step(code, step.passed(), text, step.clause(), step.required(), step.found(), lines);
    }

    private String failed(String code, String text, Locale locale) {
        return text.isEmpty() ? phrases.say("unmet", locale, phrases.name(code, locale)) : text;
    }

    private List<Change> changes(List<Step> failed, Locale locale) {
        return failed.stream()
                .map(step -> new Change(
                        step.code(), phrases.say(step.code() + ".remedy", locale, step.required(), step.found())))
                .map(change ->
                        change.text().isEmpty() ? new Change(change.code(), phrases.say("retry.none", locale)) : change)
                .distinct()
                .toList();
    }

    /// Asks the rule again for the first day on which the conditions of time hold.
    private @Nullable Retry retry(SubsidyApplication application, List<Step> failed, Locale locale) {
        var from = failed.stream()
                .filter(step -> TURNED_BY_TIME.contains(step.code()))
                .map(Step::required)
                .filter(Objects::nonNull)
                .map(LocalDate::parse)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (from == null || failed.stream().map(Step::code).anyMatch(FINAL::contains)) {
            return null;
        }
        var then = assess(application, from);
        return new Retry(
                from,
                then.eligible(),
                then.amount(),
                phrases.say(then.eligible() ? "retry.yes" : "retry.no", locale, from, then.amount()));
    }
}
