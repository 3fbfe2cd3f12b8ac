package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a county celebrated every named festival in a year (传统节日活动).
@PolicyRule(
        id = "FESTIVAL_COVERAGE",
        measure = "M11",
        zh = "传统节日活动覆盖",
        en = "Coverage of the festivals",
        clause = "measure 11: 春节、元宵、清明、端午、中秋")
public final class FestivalCoverage implements Rule<FestivalCoverage.Facts, FestivalCoverage.Finding> {

    /// @param held festivals of the activities that were held, repetitions included
    public record Facts(int year, @Nullable String district, List<String> held) {}

    public record Finding(int covered, List<String> missing, boolean met) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var named =
                context.on(LocalDate.of(facts.year(), 12, 31), facts.district()).list("culture.festivals");
        var missing = named.stream()
                .filter(festival -> !facts.held().contains(festival))
                .toList();
        int covered = named.size() - missing.size();
        return new Finding(
                covered,
                missing,
                context.step(
                        "measure 11", "distinct festivals with an activity", named.size(), covered, missing.isEmpty()));
    }
}
