package cn.sanming.migrant.community.station;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.List;

/// What a rest station must have before it opens (爱心驿站设施).
@PolicyRule(
        id = "REST_STATION",
        measure = "M16",
        zh = "爱心驿站开放条件",
        en = "Facilities of a rest station",
        clause = "measure 16: 按需求配齐服务设施")
public final class StationFacilities implements Rule<StationFacilities.Facts, StationFacilities.Finding> {

    public record Facts(List<String> facilities) {}

    public record Finding(boolean mayOpen, List<String> missing) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var required = context.on(context.today()).list("reststation.required");
        var missing = required.stream()
                .filter(facility -> !facts.facilities().contains(facility))
                .toList();
        return new Finding(
                context.step(
                        "measure 16",
                        "all required facilities are there",
                        required,
                        facts.facilities(),
                        missing.isEmpty()),
                missing);
    }
}
