package cn.sanming.migrant.subsidy.ledger;

import cn.sanming.migrant.platform.reference.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// What one claim has reserved on one budget line (资金占用), from the asking to the end. It moves by four writes: the
/// move is noted here; the line is changed by one conditional update, which remembers the move; the move is closed
/// here; the line forgets it. Cut between any two of them, the next to come sees from both documents how far it got.
///
/// @param id     claim and line; @param amount in fen, what is held, was spent, or was held last
/// @param move   counts the moves: a move that was given up can come late and is then taken back
/// @param token  whoever reserved last; only that one, or the reconciler that has seen it, may give it back
/// @param moving where it is on its way to, if it is
/// @param watch  since when nobody has confirmed that it stands behind a saved decision
@Document("reservations")
public record Reservation(
        @Id String id,
        @Indexed String claim,
        String line,
        ReservationState state,
        long amount,
        long move,
        String token,
        @Nullable ReservationState moving,
        @Indexed(sparse = true) @Nullable Instant watch) {

    static String idOf(String claim, String line) {
        return claim + '|' + line;
    }

    static Reservation asked(String claim, String line, String token, Instant at) {
        return new Reservation(
                idOf(claim, line), claim, line, ReservationState.ASKED, 0, 1, token, ReservationState.HELD, at);
    }

    public boolean isFor(Money wanted) {
        return amount == BudgetLine.fen(wanted);
    }

    /// The name under which the line remembers the move that is under way.
    static String key(String claim, long move) {
        return claim.replace('.', '_') + '-' + move;
    }

    String key() {
        return key(claim, move);
    }

    /// What the line has to carry so that this reservation stands elsewhere, for perhaps another amount.
    BudgetLine.Shift shift(ReservationState to, long wanted) {
        long committed = (to == ReservationState.HELD ? wanted : 0) - (state == ReservationState.HELD ? amount : 0);
        long spent = (to == ReservationState.SPENT ? wanted : 0) - (state == ReservationState.SPENT ? amount : 0);
        return new BudgetLine.Shift(id, move, wanted, -committed - spent, committed, spent);
    }
}
