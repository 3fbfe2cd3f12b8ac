package cn.sanming.migrant.wage.account;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/// Money on the account, each once by its reference: what the owner paid in, what went out for a payroll.
sealed interface Movement {

    String reference();

    Money amount();

    /// @param reference the bank's number of the credit
    record Credit(String reference, YearMonth period, Money amount, LocalDate receivedOn) implements Movement {}

    /// @param reference the payroll it pays
    record Withdrawal(String reference, Money amount, LocalDate on) implements Movement {}
}
