package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.reference.Division;
import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Publishes figures that have changed, and freezes periods that are over.
@Component
class Sheets {

    private final MongoTemplate mongo;
    private final Figures figures;
    private final Counts counts;
    private final Freezes freezes;
    private final FigureJson json;

    Sheets(MongoTemplate mongo, Figures figures, Counts counts, Freezes freezes, FigureJson json) {
        this.mongo = mongo;
        this.figures = figures;
        this.counts = counts;
        this.freezes = freezes;
        this.json = json;
    }

    /// The figure of a frozen period, as it was frozen.
    Optional<Figure> frozen(Card card, Period period, @Nullable String district, @Nullable String group) {
        if (group != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(mongo.findById(Sheet.idOf(card.id(), period.label()), Sheet.class))
                .filter(Sheet::isFrozen)
                .flatMap(sheet -> sheet.figure(district, json));
    }

    /// Brings the periods of an indicator that can still change up to date, and freezes those that no longer can.
    void bringUpToDate(Card card, LocalDate date, Act act) {
        var first = counts.firstDay(card);
        if (first == null) {
            return;
        }
        var frozen = freezes.upTo(card.id());
        var start = Period.containing(card.period(), frozen == null ? first : frozen.plusDays(1));
        for (var period = start; !period.from().isAfter(date); period = period.next()) {
            var last = figures.freezesAfter(period);
            if (last != null && date.isAfter(last)) {
                freeze(card, period, date, act);
            } else {
                publish(card, period, date, act);
            }
        }
    }

    private void publish(Card card, Period period, LocalDate date, Act act) {
        var sheet = sheet(card, period, act);
        if (sheet.publish(figures.compute(new Counts.Question(card, period, null, null, date)), json, act)) {
            mongo.save(sheet);
        }
    }

    private void freeze(Card card, Period period, LocalDate date, Act act) {
        freezes.freeze(card.id(), period.to());
        var sheet = sheet(card, period, act);
        if (sheet.isFrozen()) {
            return;
        }
        var last = new HashMap<@Nullable String, Figure>();
        last.put(null, figures.compute(new Counts.Question(card, period, null, null, date)));
        for (var code : Divisions.sanming().all().stream().map(Division::code).toList()) {
            last.put(code, figures.compute(new Counts.Question(card, period, code, null, date)));
        }
        sheet.publish(last.get(null), json, act);
        sheet.freeze(last, json, act);
        mongo.save(sheet);
    }

    private Sheet sheet(Card card, Period period, Act act) {
        var known = mongo.findById(Sheet.idOf(card.id(), period.label()), Sheet.class);
        return known == null ? Sheet.opened(card.id(), period.label(), act) : known;
    }
}
