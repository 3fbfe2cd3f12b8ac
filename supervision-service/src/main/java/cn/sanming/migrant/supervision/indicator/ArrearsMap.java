package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.Division;
import cn.sanming.migrant.platform.reference.Divisions;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Open arrears by level in each of the 11 counties (欠薪分布图): the items of the indicator of open arrears (M15.8),
/// sorted by place.
///
/// @param indicator where the figures and the events behind them are found
public record ArrearsMap(String indicator, String period, LocalDate on, List<County> counties) {

    static final String INDICATOR = "IND-15-D";

    /// Colour of the alert (预警级别), the gravest first.
    public enum Level {
        RED,
        ORANGE,
        YELLOW
    }

    /// @param worst the gravest level with anything open
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record County(
            String code,
            String name,
            String english,
            Map<Level, Open> levels,
            @Nullable Level worst) {}

    /// What is open at a level: lists of unpaid wages, the workers on them, what they are owed.
    public record Open(long cases, long workers, Money amount) {

        private static final Open NOTHING = new Open(0, 0, Money.of(0));

        private Open plus(Row row) {
            return new Open(
                    cases + row.count(),
                    workers + row.n(),
                    Money.sum(Stream.of(amount, Money.of(BigDecimal.valueOf(row.a(), 2)))));
        }
    }

    static ArrearsMap of(Counts.Question asked, List<Row> rows) {
        return new ArrearsMap(
                INDICATOR,
                asked.period().label(),
                asked.period().closing(asked.today()),
                Divisions.sanming().all().stream()
                        .map(division -> county(division, rows))
                        .toList());
    }

    private static County county(Division division, List<Row> rows) {
        var levels = new EnumMap<Level, Open>(Level.class);
        for (var level : Level.values()) {
            var open = Open.NOTHING;
            for (var row : rows) {
                if (division.code().equals(row.district()) && level.name().equals(row.group())) {
                    open = open.plus(row);
                }
            }
            levels.put(level, open);
        }
        var worst = levels.entrySet().stream()
                .filter(entry -> entry.getValue().cases() > 0)
                .map(Map.Entry::getKey)
                .findFirst();
        return new County(division.code(), division.name(), division.english(), levels, worst.orElse(null));
    }
}
