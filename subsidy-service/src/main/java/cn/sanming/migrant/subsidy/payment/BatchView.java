package cn.sanming.migrant.subsidy.payment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch as finance officers see it; no payee stands in it.
record BatchView(
        String id,
        String state,
        @Nullable String district,
        List<String> kinds,
        String openedBy,
        @Nullable LocalDate releasedOn,
        int withoutAccount,
        Tally tally) {

    static BatchView of(PaymentBatch batch) {
        return new BatchView(
                batch.id(),
                batch.file().state(),
                batch.file().district(),
                batch.kinds(),
                batch.file().createdBy(),
                batch.releasedOn(),
                batch.withoutAccount(),
                batch.tally());
    }
}
