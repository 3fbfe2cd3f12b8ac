package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What the owner had to pay for a month and what arrived (人工费用拨付).
///
/// @param alertedOn the day the shortfall was published, once per month
record FundedMonth(
        YearMonth period,
        Money required,
        Money received,
        @Nullable LocalDate alertedOn) {

    static FundedMonth of(YearMonth period, Money required) {
        return new FundedMonth(period, required, Money.ZERO, null);
    }

    FundedMonth plus(Money amount) {
        return new FundedMonth(period, required, received.plus(amount), alertedOn);
    }

    FundedMonth requiring(Money amount) {
        return new FundedMonth(period, amount, received, alertedOn);
    }

    FundedMonth alerted(LocalDate on) {
        return new FundedMonth(period, required, received, on);
    }

    boolean unsettled() {
        return alertedOn != null && !received.atLeast(required);
    }
}
