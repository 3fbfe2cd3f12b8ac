package cn.sanming.migrant.subsidy.reconciliation;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.subsidy.ledger.ReservationState;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/// Who reserves money (资金占用人): a kind of case that can say, of each of its claims, where its reservations must stand.
public interface ReservationOwner {

    /// @param wants where a line or a mark must stand for this claim, by its name
    record Standing(String claim, long version, Function<String, Wanted> wants) {}

    /// @param amount what was decided
    record Wanted(ReservationState state, Money amount) {}

    Wanted NOTHING = new Wanted(ReservationState.RELEASED, Money.ZERO);

    /// Whether a claim is of this kind.
    boolean owns(String claim);

    /// Where saved claims stand; one that was never saved is missing.
    Map<String, Standing> standings(Collection<String> claims);

    /// Makes a decision that is still under way on this version start anew, so that nothing is taken from under it.
    ///
    /// @return whether nobody has decided anything since
    boolean fence(Standing seen);
}
