package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.cases.CaseAggregate;
import cn.sanming.migrant.platform.cases.CaseFile;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/// What was last published of an indicator and period (指标公报), and, once the period is frozen, its figures for good.
@Document("frozen_figures")
final class FrozenFigure implements CaseAggregate {

    private static final String CITY = "city";

    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final CaseFile file;

    private final String indicator;

    private final String period;

    /// Figures as JSON, by district.
    private final Map<String, String> figures;

    enum State {
        OPEN,
        FROZEN
    }

    FrozenFigure(String id, CaseFile file, String indicator, String period, Map<String, String> figures) {
        this.id = id;
        this.file = file;
        this.indicator = indicator;
        this.period = period;
        this.figures = figures;
    }

    static String idOf(String indicator, String period) {
        return indicator + '|' + period;
    }

    static FrozenFigure opened(String indicator, String period, CommandContext context) {
        var id = idOf(indicator, period);
        return new FrozenFigure(id, CaseFile.opened(id, State.OPEN, null, context), indicator, period, new HashMap<>());
    }

    /// Takes over the city's figure and speaks of it when it has changed.
    ///
    /// @return whether anything has to be saved
    boolean publish(Figure figure, FigureJson json, CommandContext context) {
        var before = figure(null, json);
        var text = json.write(figure);
        if (isFrozen() || text.equals(figures.get(CITY))) {
            return false;
        }
        figures.put(CITY, text);
        if (figure.value() != null
                && before.filter(old -> old.tellsTheSameAs(figure)).isEmpty()) {
            file.record(
                    new IndicatorUpdated(indicator, period, figure.value(), figure.target(), figure.met()), context);
        }
        return true;
    }

    /// @param byDistrict the figures for good; the city's stands under `null`
    void freeze(Map<@Nullable String, Figure> byDistrict, FigureJson json, CommandContext context) {
        byDistrict.forEach(
                (district, figure) -> figures.put(district == null ? CITY : district, json.write(figure.frozenOnce())));
        file.move("freeze", State.FROZEN.name(), "SYSTEM", context, null);
    }

    boolean isFrozen() {
        return file.is(State.FROZEN);
    }

    Optional<Figure> figure(@Nullable String district, FigureJson json) {
        return Optional.ofNullable(figures.get(district == null ? CITY : district))
                .map(json::read);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CaseFile file() {
        return file;
    }
}
