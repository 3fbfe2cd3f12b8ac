package cn.sanming.migrant.supervision.indicator;

import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Counts events line by line, as the card says (计数): the plainest formula, and the most frequent.
final class Tally implements Formula {

    @Override
    public List<CountedFact> items(Evidence evidence, IndicatorDefinition definition, PolicyFigures policyFigures) {
        var items = new ArrayList<CountedFact>();
        for (var line : Objects.requireNonNull(definition.derive().lines(), definition.id() + " has no lines")) {
            var window = definition.part(line.part()).window();
            var fact = window == IndicatorDefinition.Window.UP_TO_END
                    ? evidence.first(line.event())
                    : evidence.last(line.event());
            if (fact != null && counts(fact, line, policyFigures)) {
                items.add(item(fact, line, definition.part(line.part()), policyFigures));
            }
        }
        return items;
    }

    private static boolean counts(Fact fact, IndicatorDefinition.Line line, PolicyFigures policyFigures) {
        return fact.fulfils(line.where())
                && (line.unless() == null || !fact.fulfils(line.unless()))
                && (line.season() == null || policyFigures.inSeason(fact.date(line.on()), line.season()));
    }

    private static CountedFact item(
            Fact fact, IndicatorDefinition.Line line, IndicatorDefinition.Part part, PolicyFigures policyFigures) {
        var day = fact.date(line.on());
        var item =
                switch (part.window()) {
                    case IN_PERIOD, UP_TO_END -> CountedFact.on(line.part(), day, fact);
                    case AT_END -> CountedFact.lasting(line.part(), day, CountedFact.OPEN, fact);
                };
        if (line.hit() != null) {
            item = item.hit(fact.fulfils(line.hit()));
        } else {
            item = item.ratio(
                    line.n() == null ? 1 : fact.number(line.n()), line.d() == null ? 0 : fact.number(line.d()));
        }
        return item.keyed(line.part() + '@' + line.event())
                .amount(line.a() == null ? 0 : fact.number(line.a()))
                .group(line.group() == null ? null : fact.text(line.group()))
                .distinct(distinct(fact, line, policyFigures));
    }

    private static @Nullable String distinct(Fact fact, IndicatorDefinition.Line line, PolicyFigures policyFigures) {
        var day = fact.date(line.on());
        return switch (line.distinct()) {
            case null -> null;
            case "@week" ->
                "%dW%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "@rest_day" -> policyFigures.calendar().isRestDay(day) ? day.toString() : null;
            default -> fact.text(line.distinct());
        };
    }
}
