package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.supervision.ledger.LedgerEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where facts are taken in and figures are handed out (统计窗口). A figure of a frozen period is the one that was
/// frozen; every other is computed when it is asked for.
@Component
public class IndicatorDesk {

    /// Fields no formula reads; they would only make facts of subjects heavy.
    private static final List<String> UNREAD =
            List.of("person_ids", "household", "persons", "facts", "handling", "address", "problem", "full_name");

    private final Indicators indicators;
    private final SubjectFactsStore subjectFactsStore;
    private final Figures figures;
    private final Counts counts;
    private final FrozenFigures frozenFigures;
    private final Clock clock;

    IndicatorDesk(
            Indicators indicators,
            SubjectFactsStore subjectFactsStore,
            Figures figures,
            Counts counts,
            FrozenFigures frozenFigures,
            Clock clock) {
        this.indicators = indicators;
        this.subjectFactsStore = subjectFactsStore;
        this.figures = figures;
        this.counts = counts;
        this.frozenFigures = frozenFigures;
        this.clock = clock;
    }

    /// Counts an event for every indicator it feeds; a repetition changes nothing.
    ///
    /// @param received when it first came in
    public void take(Received event, Instant received) {
        var definitions = indicators.fedBy(event.type());
        if (definitions.isEmpty()) {
            return;
        }
        var data = LedgerEntry.payload(event);
        UNREAD.forEach(data.keySet()::remove);
        var fact = new Fact(
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.sequence(),
                received,
                event.district(),
                data);
        definitions.stream()
                .filter(definition -> definition.cares(fact))
                .forEach(definition -> subjectFactsStore.take(definition, fact));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }

    Optional<Period> period(IndicatorDefinition definition, @Nullable String label) {
        return label == null
                ? Optional.of(Period.containing(definition.period(), today()))
                : Period.parse(definition.period(), label);
    }

    Figure figure(IndicatorDefinition definition, Period period, @Nullable String district, @Nullable String group) {
        return frozenFigures
                .frozen(definition, period, district, group)
                .orElseGet(() -> figures.compute(new Counts.Question(definition, period, district, group, today())));
    }

    /// All indicators of a measure as they stand in the running period.
    public List<Figure> current(String measure, @Nullable String district) {
        return indicators.all().stream()
                .filter(definition -> definition.measure().equals(measure))
                .map(definition -> figure(definition, Period.containing(definition.period(), today()), district, null))
                .toList();
    }

    /// How an indicator moved over the last periods, the running one included.
    public Optional<Trend> trend(String indicator, @Nullable String district, int periods) {
        return indicators.find(indicator).map(definition -> {
            var figures = new ArrayDeque<Figure>();
            var period = Period.containing(definition.period(), today());
            for (int i = 0; i < periods; i++) {
                figures.addFirst(figure(definition, period, district, null));
                period = period.previous();
            }
            return Trend.of(List.copyOf(figures));
        });
    }

    /// The open arrears of today, by level and county.
    public ArrearsMap arrearsMap() {
        var definition = indicators.find(ArrearsMap.INDICATOR).orElseThrow();
        var asked =
                new Counts.Question(definition, Period.containing(definition.period(), today()), null, null, today());
        return ArrearsMap.of(asked, counts.rows(asked));
    }

    List<CountedRow> items(
            IndicatorDefinition definition,
            Period period,
            @Nullable String district,
            @Nullable String group,
            @Nullable String after,
            int limit) {
        return counts.items(new Counts.Question(definition, period, district, group, today()), after, limit);
    }
}
