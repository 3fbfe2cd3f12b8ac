package cn.sanming.migrant.legalaid.arbitration;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Group disputes (集体争议): ten or more workers with a common claim name three to five representatives and go first.
@PolicyRule(
        id = "GROUP_CASE",
        measure = "M17",
        zh = "十人以上集体劳动争议",
        en = "Group disputes of ten or more workers",
        clause = "调解仲裁法第7条")
public final class GroupCase implements Rule<GroupCase.Facts, GroupCase.Finding> {

    public record Facts(int workers, boolean commonClaim) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(boolean group, @Nullable List<Integer> representativesRange, boolean priority) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(context.today());
        int minimum = figures.integer("dispute.group_min");
        boolean many = context.step(
                "调解仲裁法第7条", "so many workers or more", minimum, facts.workers(), facts.workers() >= minimum);
        boolean common =
                context.step("调解仲裁法第7条", "with a common claim", true, facts.commonClaim(), facts.commonClaim());
        if (!many || !common) {
            return new Finding(false, null, false);
        }
        var range = Stream.of(figures.text("dispute.representatives").split("\\.\\."))
                .map(Integer::valueOf)
                .toList();
        return new Finding(true, range, true);
    }
}
