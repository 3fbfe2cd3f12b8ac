package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.reference.Figures;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/// What the forecast maximum of a day means for work outdoors (高温天气作业限制): 防暑降温措施管理办法 art. 8, and for
/// construction in Fujian the hours without outdoor work.
@PolicyRule(
        id = "HEAT_BANDS",
        measure = "M14",
        zh = "高温天气作业限制",
        en = "Limits on work in the heat",
        clause = "防暑降温措施管理办法 art. 8")
public final class HeatBands implements Rule<HeatBands.Facts, HeatBands.Finding> {

    static final String CLAUSE = "防暑降温措施管理办法 art. 8";
    static final String WHOLE_DAY = "00:00-24:00";
    private static final String CONSTRUCTION = "CONSTRUCTION";

    /// @param industry `CONSTRUCTION` has a window of its own; every other industry follows the general rule
    /// @param day      today if nothing is said; the allowance depends on the season
    public record Facts(
            BigDecimal forecastMaxTemperature,
            @Nullable String industry,
            @Nullable LocalDate day) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(
            HeatBand band,
            @Nullable String forbiddenOutdoorWindow,
            @Nullable Integer maxOutdoorHours,
            boolean overtimeOutdoorsAllowed,
            boolean allowanceDay) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var day = facts.day() == null ? context.today() : facts.day();
        var figures = context.on(day);
        var temperature = facts.forecastMaxTemperature();
        var band = HeatBand.of(temperature, figures);
        boolean construction = CONSTRUCTION.equals(facts.industry());
        context.step(CLAUSE, "band of the forecast maximum", band, temperature, band == HeatBand.NONE);
        boolean allowance = band != HeatBand.NONE && (facts.day() == null || inSeason(day, figures));
        return switch (band) {
            case NONE -> new Finding(band, null, null, true, allowance);
            case ROTATE_NO_OVERTIME ->
                new Finding(band, construction ? construction(figures) : null, null, false, allowance);
            case MAX_6_HOURS ->
                new Finding(
                        band,
                        construction ? construction(figures) : figures.text("wage.heat.window_general"),
                        figures.integer("wage.heat.max_hours"),
                        false,
                        allowance);
            case STOP_OUTDOOR -> new Finding(band, WHOLE_DAY, 0, false, allowance);
        };
    }

    private static String construction(Figures figures) {
        return figures.text("wage.heat.window_construction");
    }

    /// The season is written `05-01..09-30`, both days included.
    private static boolean inSeason(LocalDate day, Figures figures) {
        var season = figures.text("wage.heat.season").split("\\.\\.");
        var on = MonthDay.from(day);
        return !on.isBefore(MonthDay.parse("--" + season[0])) && !on.isAfter(MonthDay.parse("--" + season[1]));
    }
}
