package cn.sanming.migrant.subsidy.ledger;

import cn.sanming.migrant.platform.reference.Money;

/// What came of an attempt to reserve money.
public sealed interface Reserved {

    /// Reserved now, by this or an earlier call for the same claim.
    record Held(Money amount) implements Reserved {}

    /// Nothing more is reserved than before.
    ///
    /// @param free what would have been there
    record Insufficient(Money free) implements Reserved {}
}
