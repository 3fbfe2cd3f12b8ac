package cn.sanming.migrant.job.collection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/// One round of asking (征集轮次): who was asked, who answered, and how many vacancies came of it.
///
/// @param closedOn when its figures were frozen; until then they are counted from the requests
@Document("collection-rounds")
record CollectionRound(
        @Id String id,
        @Version @Nullable Long version,
        YearMonth periodMonth,
        LocalDate startedOn,
        @Indexed LocalDate closesOn,
        int asked,
        int answered,
        int vacancies,
        @Nullable LocalDate closedOn) {

    static String idOf(YearMonth period) {
        return "cr-" + period;
    }

    static CollectionRound opened(YearMonth period, LocalDate startedOn, LocalDate closesOn) {
        return new CollectionRound(idOf(period), null, period, startedOn, closesOn, 0, 0, 0, null);
    }

    CollectionRound counted(int all, int replied, int offered, @Nullable LocalDate on) {
        return new CollectionRound(id, version, periodMonth, startedOn, closesOn, all, replied, offered, on);
    }

    boolean openOn(LocalDate day) {
        return closedOn == null && !day.isBefore(startedOn) && !day.isAfter(closesOn);
    }

    /// Answered of asked, four places; nobody asked is no answer.
    BigDecimal responseRate() {
        return asked == 0
                ? BigDecimal.ZERO.setScale(4)
                : BigDecimal.valueOf(answered).divide(BigDecimal.valueOf(asked), 4, RoundingMode.HALF_UP);
    }
}
