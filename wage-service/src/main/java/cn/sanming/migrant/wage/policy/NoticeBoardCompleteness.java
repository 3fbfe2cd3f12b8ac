package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.Arrays;
import java.util.List;

/// Whether a notice board says all it must (告示牌内容齐全); further items do no harm; 支付条例 art. 34.
@PolicyRule(
        id = "NOTICE_BOARD",
        measure = "M15",
        zh = "维权信息告示牌",
        en = "Completeness of the notice board",
        clause = "支付条例 art. 34")
public final class NoticeBoardCompleteness
        implements Rule<NoticeBoardCompleteness.Facts, NoticeBoardCompleteness.Finding> {

    public record Facts(List<String> items) {}

    public record Finding(boolean complete, List<NoticeBoardItem> missing) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var missing = Arrays.stream(NoticeBoardItem.values())
                .filter(item -> !facts.items().contains(item.name()))
                .toList();
        int all = NoticeBoardItem.values().length;
        boolean complete =
                context.step("支付条例 art. 34", "items on the board", all, all - missing.size(), missing.isEmpty());
        return new Finding(complete, missing);
    }
}
