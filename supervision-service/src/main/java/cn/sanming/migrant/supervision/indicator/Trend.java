package cn.sanming.migrant.supervision.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How an indicator has moved (趋势): its figures of the last periods, the running one last.
///
/// @param direction how the last known value stands to the one before; absent while there are not two
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Trend(List<Point> points, @Nullable Direction direction) {

    /// One period of it; without a value where nothing was known.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Point(
            String period,
            @Nullable BigDecimal value,
            @Nullable String shown,
            @Nullable Boolean met) {

        static Point of(Figure figure) {
            return new Point(figure.period(), figure.value(), figure.shown(), figure.met());
        }
    }

    public enum Direction {
        UP,
        DOWN,
        LEVEL
    }

    static Trend of(List<Figure> figures) {
        var points = figures.stream().map(Point::of).toList();
        var known = points.stream().map(Point::value).filter(Objects::nonNull).toList();
        return new Trend(points, known.size() < 2 ? null : direction(known.get(known.size() - 2), known.getLast()));
    }

    private static Direction direction(BigDecimal before, BigDecimal now) {
        int step = now.compareTo(before);
        return step > 0 ? Direction.UP : step < 0 ? Direction.DOWN : Direction.LEVEL;
    }
}
