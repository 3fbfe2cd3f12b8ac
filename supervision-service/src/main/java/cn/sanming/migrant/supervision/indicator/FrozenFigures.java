package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.kernel.CommandContext;
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
class FrozenFigures {

    private final MongoTemplate mongo;
    private final Figures figures;
    private final Counts counts;
    private final Freezes freezes;
    private final FigureJson json;

    FrozenFigures(MongoTemplate mongo, Figures figures, Counts counts, Freezes freezes, FigureJson json) {
        this.mongo = mongo;
        this.figures = figures;
        this.counts = counts;
        this.freezes = freezes;
        this.json = json;
    }

    /// The figure of a frozen period, as it was frozen.
    Optional<Figure> frozen(
            IndicatorDefinition definition, Period period, @Nullable String district, @Nullable String group) {
        if (group != null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        mongo.findById(FrozenFigure.idOf(definition.id(), period.label()), FrozenFigure.class))
                .filter(FrozenFigure::isFrozen)
                .flatMap(frozenFigure -> frozenFigure.figure(district, json));
    }

    /// Brings the periods of an indicator that can still change up to date, and freezes those that no longer can.
    void bringUpToDate(IndicatorDefinition definition, LocalDate date, CommandContext context) {
        var first = counts.firstDay(definition);
        if (first == null) {
            return;
        }
        var frozen = freezes.upTo(definition.id());
        var start = Period.containing(definition.period(), frozen == null ? first : frozen.plusDays(1));
        for (var period = start; !period.from().isAfter(date); period = period.next()) {
            var last = figures.freezesAfter(period);
            if (last != null && date.isAfter(last)) {
                freeze(definition, period, date, context);
            } else {
                publish(definition, period, date, context);
            }
        }
    }

    private void publish(IndicatorDefinition definition, Period period, LocalDate date, CommandContext context) {
        var frozenFigure = frozenFigure(definition, period, context);
        if (frozenFigure.publish(
                figures.compute(new Counts.Question(definition, period, null, null, date)), json, context)) {
            mongo.save(frozenFigure);
        }
    }

    private void freeze(IndicatorDefinition definition, Period period, LocalDate date, CommandContext context) {
        freezes.freeze(definition.id(), period.to());
        var frozenFigure = frozenFigure(definition, period, context);
        if (frozenFigure.isFrozen()) {
            return;
        }
        var last = new HashMap<@Nullable String, Figure>();
        last.put(null, figures.compute(new Counts.Question(definition, period, null, null, date)));
        for (var code : Divisions.sanming().all().stream().map(Division::code).toList()) {
            last.put(code, figures.compute(new Counts.Question(definition, period, code, null, date)));
        }
        frozenFigure.publish(last.get(null), json, context);
        frozenFigure.freeze(last, json, context);
        mongo.save(frozenFigure);
    }

    private FrozenFigure frozenFigure(IndicatorDefinition definition, Period period, CommandContext context) {
        var known = mongo.findById(FrozenFigure.idOf(definition.id(), period.label()), FrozenFigure.class);
        return known == null ? FrozenFigure.opened(definition.id(), period.label(), context) : known;
    }
}
