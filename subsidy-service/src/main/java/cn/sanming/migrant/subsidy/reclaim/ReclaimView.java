package cn.sanming.migrant.subsidy.reclaim;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the ledger as the debtor and the officers see it.
record ReclaimView(
        String id,
        String state,
        String applicationId,
        String debtor,
        String kind,
        Reclaim.Cause cause,
        Money amount,
        Money open,
        @Nullable LocalDate orderedOn,
        List<Reclaim.Repayment> repayments) {

    static ReclaimView of(Reclaim reclaim) {
        return new ReclaimView(
                reclaim.id(),
                reclaim.file().state(),
                reclaim.applicationId(),
                reclaim.debtor(),
                reclaim.kind(),
                reclaim.cause(),
                reclaim.amount(),
                reclaim.open(),
                reclaim.orderedOn(),
                reclaim.repayments());
    }
}
