package cn.sanming.migrant.subsidy.ledger;

import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// Money that runs out (资金额度): a measure's budget in a county and year, the cap of an agency or a business, or the
/// ceiling of a borrower. All amounts are in fen; what is free stands as its own figure, so that one conditional update
/// can take from it.
///
/// @param free     what may still be taken; below zero where the limit fell below what was taken (超支)
/// @param allotted what each budget of the supervision department allots
/// @param inFlight the moves of reservations under way, each for the moment between its second and its fourth write
/// @param busy     how many those are: the index by which the reconciler finds what a cut left behind
@Document("budget-lines")
record BudgetLine(
        @Id String id,
        long limit,
        long free,
        long committed,
        long spent,
        @Indexed int busy,
        Map<String, Long> allotted,
        Map<String, Shift> inFlight) {

    static BudgetLine of(String id, long limit, Map<String, Long> allotted) {
        return new BudgetLine(id, limit, limit, 0, 0, 0, allotted, Map.of());
    }

    /// How much one move carries between what is free, what is committed and what is spent (资金划转).
    ///
    /// @param amount what the reservation is for once the move is done
    record Shift(String reservation, long move, long amount, long free, long committed, long spent) {

        Shift back() {
            return new Shift(reservation, move, amount, -free, -committed, -spent);
        }
    }

    static long fen(Money amount) {
        return amount.amount().movePointRight(2).longValueExact();
    }

    /// Money is never negative: what is overdrawn leaves nothing.
    static Money yuan(long fen) {
        return Money.of(BigDecimal.valueOf(Math.max(0, fen), 2));
    }

    /// A balance as it is, overdrawn or not.
    static String balance(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
