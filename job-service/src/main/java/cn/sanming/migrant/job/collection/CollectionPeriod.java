package cn.sanming.migrant.job.collection;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/// How often employers are asked (征集周期); the policy says only 定期, the figure is `job.collection.period`.
enum CollectionPeriod {
    MONTHLY(1),
    QUARTERLY(3),
    YEARLY(12);

    private final int months;

    CollectionPeriod(int months) {
        this.months = months;
    }

    /// The month by which the round of a day is named: the first of its period.
    YearMonth roundOf(LocalDate day) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        return YearMonth.of(day.getYear(), Month.of(first));
    }

    /// The last day on which a round takes answers.
    LocalDate closesOn(YearMonth round) {
        return round.plusMonths(months - 1).atEndOfMonth();
    }
}
