package cn.sanming.migrant.subsidy.proof;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// The monthly plan of a subsidised post (岗位补贴计划): from its start to its last subsidised day, or until it ends.
@Document("post-plans")
public record PostPlan(
        @Id String id,
        @Nullable String personId,
        @Nullable String employerUscc,
        @Nullable String district,
        @Nullable LocalDate startOn,
        @Nullable LocalDate lastSubsidisedDay,
        @Nullable LocalDate endOn) {

    /// How many days of a month may be subsidised at most.
    public int daysIn(YearMonth month) {
        if (startOn == null || lastSubsidisedDay == null) {
            return month.lengthOfMonth();
        }
        var from = later(month.atDay(1), startOn);
        var to = earlier(month.atEndOfMonth(), lastSubsidisedDay);
        to = endOn == null ? to : earlier(to, endOn);
        return to.isBefore(from) ? 0 : (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
