package cn.sanming.migrant.legalaid.aid;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;

/// Who comes first (优先受理、优先审查、优先指派): urgent cases, then migrant workers' group cases, then their single cases, then
/// others; inside each the earlier application.
@PolicyRule(id = "QUEUE", measure = "M18", zh = "法律援助优先次序", en = "Order of the legal-aid queue", clause = "若干措施第18条")
public final class QueueOrder implements Rule<QueueOrder.Facts, QueueOrder.Finding> {

    private static final Comparator<Waiting> ORDER = Comparator.comparingInt(QueueOrder::rank)
            .thenComparing(waiting -> waiting.submittedAt().toInstant())
            .thenComparing(Waiting::id);

    public record Waiting(String id, boolean urgent, boolean migrant, boolean group, OffsetDateTime submittedAt) {}

    public record Facts(List<Waiting> waiting) {}

    public record Finding(List<String> order) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var sorted = facts.waiting().stream().sorted(ORDER).toList();
        sorted.forEach(waiting ->
                context.step("若干措施第18条", "place in the order of priority", rank(waiting), waiting.id(), true));
        return new Finding(sorted.stream().map(Waiting::id).toList());
    }

    private static int rank(Waiting waiting) {
        if (waiting.urgent()) {
            return 1;
        }
        if (waiting.migrant()) {
            return waiting.group() ? 2 : 3;
        }
        return 4;
    }
}
