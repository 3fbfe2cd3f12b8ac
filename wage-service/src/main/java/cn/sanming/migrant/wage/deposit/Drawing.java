package cn.sanming.migrant.wage.deposit;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/// One use of a deposit (动用工资保证金) for one order to pay.
///
/// @param payBy      last day for the bank or insurer to pay the workers
/// @param topupBy    last day for the contractor to fill it up again
/// @param toppedUpOn the day it did
record Drawing(
        @Indexed String orderId,
        Money amount,
        LocalDate drawnOn,
        LocalDate payBy,
        LocalDate topupBy,
        @Nullable LocalDate toppedUpOn) {

    boolean open() {
        return toppedUpOn == null;
    }

    Drawing toppedUp(LocalDate on) {
        return open() ? new Drawing(orderId, amount, drawnOn, payBy, topupBy, on) : this;
    }
}
