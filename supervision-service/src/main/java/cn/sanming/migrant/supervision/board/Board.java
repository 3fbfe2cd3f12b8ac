package cn.sanming.migrant.supervision.board;

import cn.sanming.migrant.supervision.indicator.Figure;
import cn.sanming.migrant.supervision.indicator.IndicatorDefinition;
import cn.sanming.migrant.supervision.indicator.Trend;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The 21 measures at a glance (一览), for the city, a county or one unit.
@JsonInclude(JsonInclude.Include.ALWAYS)
record Board(
        LocalDate on,
        @Nullable String district,
        @Nullable String unit,
        Totals totals,
        List<Tile> measures,
        List<Hand> units) {

    /// @param met      indicators that reach their target
    /// @param missed   indicators that do not
    /// @param unjudged without a target, or without data yet
    record Totals(int met, int missed, int unjudged, long openTasks, long overdueTasks) {

        static Totals of(List<Tile> tiles) {
            return new Totals(
                    tiles.stream().mapToInt(Tile::met).sum(),
                    tiles.stream().mapToInt(Tile::missed).sum(),
                    tiles.stream().mapToInt(Tile::unjudged).sum(),
                    tiles.stream().mapToLong(Tile::openTasks).sum(),
                    tiles.stream().mapToLong(Tile::overdueTasks).sum());
        }
    }

    /// One measure: the indicator that says most about it, how many of all its indicators reach their target, its
    /// tasks.
    record Tile(
            String id,
            int no,
            String chapter,
            String title,
            String english,
            String lead,
            String leadName,
            String leadEnglish,
            Headline headline,
            int met,
            int missed,
            int unjudged,
            long openTasks,
            long overdueTasks) {}

    /// @param is how the value has to stand to the target
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Headline(
            String indicator,
            String nameZh,
            String name,
            String period,
            IndicatorDefinition.Unit unit,
            @Nullable BigDecimal value,
            @Nullable String shown,
            @Nullable BigDecimal target,
            IndicatorDefinition.@Nullable Is is,
            @Nullable Boolean met,
            List<String> notes,
            Trend trend) {

        static Headline of(Figure figure, Trend trend) {
            return new Headline(
                    figure.indicator(),
                    figure.nameZh(),
                    figure.name(),
                    figure.period(),
                    figure.unit(),
                    figure.value(),
                    figure.shown(),
                    figure.target(),
                    figure.is(),
                    figure.met(),
                    figure.notes(),
                    trend);
        }
    }

    /// What a unit has in hand over all measures.
    record Hand(String code, String name, String english, long openTasks, long overdueTasks) {}
}
