package cn.sanming.migrant.platform.house;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@PolicyRule(id = "TICKET_LIMIT", measure = "M00", zh = "限额", en = "Limit", clause = "the house, art. 1")
final class TicketLimit implements Rule<TicketLimit.Facts, TicketLimit.Finding> {

    record Facts(Money amount, LocalDate on, @Nullable String district) {}

    record Finding(boolean accepted, Money most) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var most = context.on(facts.on(), facts.district()).money("ticket.most");
        var accepted = context.step(
                "art. 1",
                "amount at most the limit",
                most,
                facts.amount(),
                facts.amount().atMost(most));
        return new Finding(accepted, most);
    }
}
