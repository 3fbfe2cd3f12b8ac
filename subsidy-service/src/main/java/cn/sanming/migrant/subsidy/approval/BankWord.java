package cn.sanming.migrant.subsidy.approval;

import java.time.LocalDate;
import java.util.Optional;

/// What the bank said of a payment order (银行回盘): the only thing that makes an application in a batch a paid one.
public interface BankWord {

    /// The day on which the bank paid an application as part of a batch, if it has said so.
    Optional<LocalDate> paidOn(String batchId, String applicationId);
}
