package cn.sanming.migrant.subsidy.ledger;

import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Money that runs out (资金额度): a measure's budget in a county and year, or the cap of one agency or business. All
/// amounts are in fen; what is free stands as its own figure, so that one conditional update can take from it.
///
/// @param allotted what each budget of the supervision department allots
/// @param held     what approvals have reserved and nobody has paid yet, claim by claim; @param open how many those are
/// @param returned claims whose money came back after it had been paid
@Document("budgetLines")
record BudgetLine(
        @Id String id,
        long limit,
        long free,
        long committed,
        long spent,
        @Indexed int open,
        Map<String, Long> allotted,
        Map<String, Holding> held,
        List<String> returned) {

    /// @param token whoever reserved last; only that one, or the sweep that has seen it, may give it back
    record Holding(long amount, String token) {}

    static BudgetLine of(String id, long limit, Map<String, Long> allotted) {
        return new BudgetLine(id, limit, limit, 0, 0, 0, allotted, Map.of(), List.of());
    }

    static long fen(Money amount) {
        return amount.amount().movePointRight(2).longValueExact();
    }

    static Money yuan(long fen) {
        return Money.of(BigDecimal.valueOf(Math.max(0, fen), 2));
    }
}
