package cn.sanming.migrant.wage.blacklist;

import java.util.Optional;

/// Where the list looks up the order behind an entry: the inspection's cases answer.
public interface OrderBook {

    /// The order to pay of a case, if one was issued.
    Optional<DefaultedOrder> ofCase(String caseId);
}
