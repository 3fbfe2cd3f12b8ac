package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.CalendarMissing;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Computes figures as they stand now: from the items, at once after each event.
@Component
class Figures {

    private final Counts counts;
    private final Targets targets;
    private final Policy policy;
    private final WorkingCalendar calendar;

    Figures(Counts counts, Targets targets, Policy policy, WorkingCalendar calendar) {
        this.counts = counts;
        this.targets = targets;
        this.policy = policy;
        this.calendar = calendar;
    }

    Figure compute(Counts.Question asked) {
        var definition = asked.definition();
        var reckoning = reckoning(asked);
        var wholeCity = asked.district() == null;
        var notes = new ArrayList<String>();
        var value = asked.group() == null ? reckoning.value(wholeCity) : reckoning.measure(Row.inGroup(asked.group()));
        if (reckoning.rows().isEmpty()
                && !counts.anythingUntil(definition, asked.period().to(), asked.district())) {
            value = Optional.empty();
            notes.add(Figure.NO_DATA_YET);
        } else if (value.isEmpty()) {
            notes.add(Figure.NO_CASES);
        }
        var planMissing = definition.value().parameter() != null && reckoning.plan() == null;
        if (planMissing) {
            notes.add(Figure.PLAN_NOT_SET);
        }
        var goal = goal(asked);
        var judged = asked.group() == null && !planMissing ? met(asked, reckoning, value, goal, notes) : null;
        var late = reckoning.rows().stream().mapToLong(Row::late).sum();
        if (late > 0) {
            notes.add(Figure.LATE_EVENTS);
        }
        return figure(asked, reckoning, value, goal, judged, late, planMissing, notes);
    }

    private Reckoning reckoning(Counts.Question asked) {
        return new Reckoning(
                asked.definition(),
                counts.rows(asked),
                whole(asked),
                targets.plan(asked.definition(), asked.period().to(), asked.district()));
    }

    private long whole(Counts.Question asked) {
        return switch (asked.definition().value().of()) {
            case null -> 0;
            case ISO_WEEKS -> asked.period().weeks();
            case REST_DAYS ->
                asked.period()
                        .from()
                        .datesUntil(asked.period().closing(asked.today()).plusDays(1))
                        .filter(calendar::isRestDay)
                        .count();
        };
    }

    private Optional<Targets.Goal> goal(Counts.Question asked) {
        var target = asked.definition().target();
        if (target != null && target.is() == IndicatorDefinition.Is.RISING) {
            var before = new Counts.Question(
                    asked.definition(), asked.period().previous(), asked.district(), asked.group(), asked.today());
            return reckoning(before)
                    .value(asked.district() == null)
                    .map(value -> new Targets.Goal(
                            value.rounded(asked.definition().unit()),
                            IndicatorDefinition.Is.RISING,
                            before.period().label(),
                            "P",
                            asked.definition().goal()));
        }
        return target != null && target.scope() == IndicatorDefinition.Scope.CITY && asked.district() != null
                ? Optional.empty()
                : targets.of(asked.definition(), asked.period().to());
    }

    private static @Nullable Boolean met(
            Counts.Question asked,
            Reckoning reckoning,
            Optional<Quotient> value,
            Optional<Targets.Goal> goal,
            List<String> notes) {
        var target = asked.definition().target();
        if (target == null || goal.isEmpty() || value.isEmpty()) {
            return null;
        }
        if (target.onlyIf() != null
                && reckoning.sum(target.onlyIf()) == 0
                && value.get().over().signum() == 0) {
            notes.add(Figure.NOTHING_TO_JUDGE);
            return null;
        }
        var wanted = Quotient.of(goal.get().value());
        if (target.scope() == IndicatorDefinition.Scope.EACH_COUNTY && asked.district() == null) {
            return reckoning.perCounty().values().stream()
                    .map(one -> one.orElse(Quotient.of(0, 1)))
                    .allMatch(one -> Targets.met(target.is(), one, wanted));
        }
        return Targets.met(target.is(), value.get(), wanted);
    }

    private Figure figure(
            Counts.Question asked,
            Reckoning reckoning,
            Optional<Quotient> value,
            Optional<Targets.Goal> goal,
            @Nullable Boolean met,
            long late,
            boolean planMissing,
            List<String> notes) {
        var definition = asked.definition();
        var unit = planMissing ? IndicatorDefinition.Unit.COUNT : definition.unit();
        var part = definition.part(definition.value().part());
        var basis = reckoning.basis(
                Row.inGroup(asked.group() == null ? definition.value().group() : asked.group()));
        var isRatio =
                unit == IndicatorDefinition.Unit.RATIO && definition.value().kind() == IndicatorDefinition.How.RATIO;
        return new Figure(
                definition.id(),
                definition.measure(),
                definition.clauses(),
                definition.nameZh(),
                definition.name(),
                asked.period().label(),
                asked.period().from(),
                asked.period().to(),
                asked.district(),
                asked.group(),
                unit,
                value.map(one -> one.rounded(unit)).orElse(null),
                value.map(one -> shown(one, unit)).orElse(null),
                isRatio
                        ? Breakdown.shown(
                                part.n(), basis.stream().mapToLong(Row::n).sum())
                        : value.filter(_ -> unit == IndicatorDefinition.Unit.RATIO)
                                .map(Quotient::over)
                                .orElse(null),
                isRatio
                        ? Breakdown.shown(
                                String.valueOf(part.d()),
                                basis.stream().mapToLong(Row::d).sum())
                        : value.filter(_ -> unit == IndicatorDefinition.Unit.RATIO)
                                .map(Quotient::under)
                                .orElse(null),
                goal.map(Targets.Goal::value).orElse(null),
                definition.target() == null ? null : definition.target().is(),
                met,
                goal.map(Targets.Goal::basis).orElse(null),
                goal.map(Targets.Goal::clause).orElse(null),
                new Breakdown(definition, reckoning.rows()).lines(),
                asked.district() == null ? districts(reckoning, unit) : Map.of(),
                late,
                false,
                freezesAfter(asked.period()),
                List.copyOf(notes));
    }

    private static Map<String, @Nullable BigDecimal> districts(Reckoning reckoning, IndicatorDefinition.Unit unit) {
        var values = new TreeMap<String, @Nullable BigDecimal>();
        reckoning.rows().stream()
                .map(Row::district)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(code -> values.put(
                        code,
                        reckoning
                                .measure(Row.inDistrict(code)
                                        .and(Row.inGroup(
                                                reckoning.definition().value().group())))
                                .map(one -> one.rounded(unit))
                                .orElse(null)));
        return values;
    }

    private static String shown(Quotient value, IndicatorDefinition.Unit unit) {
        if (unit != IndicatorDefinition.Unit.RATIO) {
            return value.rounded(unit).toPlainString();
        }
        return new Quotient(value.over().movePointRight(2), value.under())
                        .rounded(IndicatorDefinition.Unit.YUAN)
                        .toPlainString()
                + '%';
    }

    /// The last day on which a period can change; unknown while the calendar of that year is missing.
    @Nullable
    LocalDate freezesAfter(Period period) {
        try {
            return calendar.workingDaysAfter(period.to(), policy.on(period.to()).integer("supervision.freeze_wd"));
        } catch (CalendarMissing _) {
            return null;
        }
    }
}
