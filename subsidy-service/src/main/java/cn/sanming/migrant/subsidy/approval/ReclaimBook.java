package cn.sanming.migrant.subsidy.approval;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The ledger of what has to be paid back (追回台账), as the application sees it.
public interface ReclaimBook {

    /// What an applicant owes since a claw-back was ordered.
    record Owed(
            String applicationId,
            String applicantId,
            String kind,
            @Nullable String district,
            Money amount,
            LocalDate orderedOn) {}

    /// The whole amount has come back. Refused while a part that was received before contradicts it.
    Verdict repaid(Owed owed, CommandContext context);
}
