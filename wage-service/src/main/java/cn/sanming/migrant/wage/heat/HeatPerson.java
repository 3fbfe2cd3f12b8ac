package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether somebody may be given this work in the heat (怀孕女职工和未成年工保护): from 35 degrees not outdoors, from 33 not
/// indoors; 防暑降温措施管理办法 art. 8.
@PolicyRule(
        id = "HEAT_PERSON",
        measure = "M14",
        zh = "高温天气怀孕女职工和未成年工保护",
        en = "Protection of pregnant workers and minors in the heat",
        clause = "防暑降温措施管理办法 art. 8")
public final class HeatPerson implements Rule<HeatPerson.Facts, HeatPerson.Finding> {

    private static final int ADULT = 18;

    /// @param roomTemperature of the workplace, for work indoors; the forecast stands in for it where it is not
    /// measured
    public record Facts(
            @Nullable BigDecimal forecastMaxTemperature,
            @Nullable BigDecimal roomTemperature,
            @Nullable Boolean pregnant,
            @Nullable Boolean minor,
            @Nullable Integer age,
            @Nullable Boolean outdoor,
            @Nullable LocalDate day) {

        boolean protectedPerson() {
            return Boolean.TRUE.equals(pregnant) || Boolean.TRUE.equals(minor) || age != null && age < ADULT;
        }

        boolean outdoors() {
            return !Boolean.FALSE.equals(outdoor);
        }
    }

    public record Finding(boolean assignmentAllowed) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.day() == null ? context.today() : facts.day());
        boolean outdoors = facts.outdoors();
        var limit = figures.decimal(outdoors ? "wage.heat.rotate" : "wage.heat.indoor_protected");
        var temperature = temperature(facts);
        boolean cool = context.step(
                HeatBands.CLAUSE,
                outdoors ? "outdoors below" : "at an indoor workplace below",
                limit,
                temperature,
                temperature.compareTo(limit) < 0);
        boolean free = context.step(
                HeatBands.CLAUSE,
                "neither pregnant nor a minor",
                false,
                facts.protectedPerson(),
                !facts.protectedPerson());
        return new Finding(cool || free);
    }

    private static BigDecimal temperature(Facts facts) {
        var indoors = facts.outdoors() ? null : facts.roomTemperature();
        var found = indoors == null ? facts.forecastMaxTemperature() : indoors;
        if (found == null) {
            throw new UnfitFacts(
                    Reason.at(facts.outdoors() ? "/forecast_max_temperature" : "/room_temperature", "REQUIRED"));
        }
        return found;
    }
}
