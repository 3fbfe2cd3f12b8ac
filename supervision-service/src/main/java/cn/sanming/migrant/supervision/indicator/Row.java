package cn.sanming.migrant.supervision.indicator;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Items that are alike, added up; the store does the adding. A row of one item is a row as well.
record Row(
        String part,
        @Nullable String group,
        @Nullable String district,
        @Nullable String distinct,
        @Nullable Long sample,
        long count,
        long n,
        long d,
        long a,
        long late) {

    static Row of(CountedFact item) {
        return new Row(
                item.part(),
                item.group(),
                item.district(),
                item.distinct(),
                item.sample(),
                1,
                item.n(),
                item.d(),
                item.a(),
                item.lateFrom() == null ? 0 : 1);
    }

    static Predicate<Row> inDistrict(String code) {
        return row -> code.equals(row.district());
    }

    static Predicate<Row> inGroup(@Nullable String group) {
        return row -> group == null || Objects.equals(group, row.group());
    }
}
