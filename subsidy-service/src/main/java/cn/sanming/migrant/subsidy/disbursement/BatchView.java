package cn.sanming.migrant.subsidy.disbursement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch as finance officers see it; no payee stands in it.
public record BatchView(
        String id,
        String state,
        @Nullable String district,
        List<String> kinds,
        String openedBy,
        @Nullable LocalDate releasedOn,
        int withoutAccount,
        Tally tally) {

    public static BatchView of(PaymentBatch batch) {
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
