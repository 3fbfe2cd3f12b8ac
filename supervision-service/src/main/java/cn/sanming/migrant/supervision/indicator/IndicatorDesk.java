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

    /// Fields no formula reads; they would only make strands heavy.
    private static final List<String> UNREAD =
            List.of("person_ids", "household", "persons", "facts", "handling", "address", "problem", "full_name");

    private final Indicators indicators;
    private final Strands strands;
    private final Figures figures;
    private final Counts counts;
    private final Sheets sheets;
    private final Clock clock;

    IndicatorDesk(Indicators indicators, Strands strands, Figures figures, Counts counts, Sheets sheets, Clock clock) {
        this.indicators = indicators;
        this.strands = strands;
        this.figures = figures;
        this.counts = counts;
        this.sheets = sheets;
        this.clock = clock;
    }

    /// Counts an event for every indicator it feeds; a repetition changes nothing.
    ///
    /// @param received when it first came in
    public void take(Received event, Instant received) {
        var cards = indicators.fedBy(event.type());
        if (cards.isEmpty()) {
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
        cards.stream().filter(card -> card.cares(fact)).forEach(card -> strands.take(card, fact));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }

    Optional<Period> period(Card card, @Nullable String label) {
        return label == null
                ? Optional.of(Period.containing(card.period(), today()))
                : Period.parse(card.period(), label);
    }

    Figure figure(Card card, Period period, @Nullable String district, @Nullable String group) {
        return sheets.frozen(card, period, district, group)
                .orElseGet(() -> figures.compute(new Counts.Question(card, period, district, group, today())));
    }

    /// All indicators of a measure as they stand in the running period.
    public List<Figure> current(String measure, @Nullable String district) {
        return indicators.all().stream()
                .filter(card -> card.measure().equals(measure))
                .map(card -> figure(card, Period.containing(card.period(), today()), district, null))
                .toList();
    }

    /// How an indicator moved over the last periods, the running one included.
    public Optional<Trend> trend(String indicator, @Nullable String district, int periods) {
        return indicators.find(indicator).map(card -> {
            var figures = new ArrayDeque<Figure>();
            var period = Period.containing(card.period(), today());
            for (int i = 0; i < periods; i++) {
                figures.addFirst(figure(card, period, district, null));
                period = period.previous();
            }
            return Trend.of(List.copyOf(figures));
        });
    }

    /// The open arrears of today, by level and county.
    public ArrearsMap arrearsMap() {
        var card = indicators.find(ArrearsMap.INDICATOR).orElseThrow();
        var asked = new Counts.Question(card, Period.containing(card.period(), today()), null, null, today());
        return ArrearsMap.of(asked, counts.rows(asked));
    }

    List<CountedItem> items(
            Card card,
            Period period,
            @Nullable String district,
            @Nullable String group,
            @Nullable String after,
            int limit) {
        return counts.items(new Counts.Question(card, period, district, group, today()), after, limit);
    }
}
