package cn.sanming.migrant.supervision.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing an indicator counts (计数项): on a day, or as long as it lasts, `[from, until)`.
///
/// @param key          what it is within its facts of a subject
/// @param n            the first number: how many, or the numerator
/// @param d            the denominator
/// @param a            what is summed up beside it, money in fen
/// @param sample       a single value for medians and percentiles
/// @param pendingUntil not counted as long as this day is not over: it can still come right
/// @param lateFrom     the day it would have been counted on, had that period not been frozen
/// @param events       what it rests on
record CountedFact(
        String key,
        String part,
        @Nullable LocalDate on,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String district,
        @Nullable String group,
        @Nullable String distinct,
        long n,
        long d,
        long a,
        @Nullable Long sample,
        @Nullable LocalDate pendingUntil,
        @Nullable LocalDate lateFrom,
        List<String> events) {

    /// The end of what has not ended.
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    /// Something that falls on a day and counts as one.
    static CountedFact on(String part, LocalDate day, @Nullable Fact... basis) {
        return new CountedFact(
                part, part, day, null, null, districtOf(basis), null, null, 1, 0, 0, null, null, null, idsOf(basis));
    }

    /// Something that lasts and counts as one.
    static CountedFact lasting(String part, LocalDate from, LocalDate until, @Nullable Fact... basis) {
        return new CountedFact(
                part, part, null, from, until, districtOf(basis), null, null, 1, 0, 0, null, null, null, idsOf(basis));
    }

    private static @Nullable String districtOf(@Nullable Fact... basis) {
        return Arrays.stream(basis)
                .filter(Objects::nonNull)
                .map(Fact::division)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> idsOf(@Nullable Fact... basis) {
        return Arrays.stream(basis)
                .filter(Objects::nonNull)
                .map(Fact::eventId)
                .distinct()
                .toList();
    }

    /// One of several of its part in the same facts of a subject.
    CountedFact named(String suffix) {
        return with(part + '#' + suffix, on, n, d, a, group, distinct, sample, pendingUntil, lateFrom);
    }

    CountedFact keyed(String otherKey) {
        return with(otherKey, on, n, d, a, group, distinct, sample, pendingUntil, lateFrom);
    }

    /// One of all, in order or not.
    CountedFact hit(boolean inOrder) {
        return ratio(inOrder ? 1 : 0, 1);
    }

    CountedFact ratio(long over, long under) {
        return with(key, on, over, under, a, group, distinct, sample, pendingUntil, lateFrom);
    }

    CountedFact counting(long number) {
        return with(key, on, number, d, a, group, distinct, sample, pendingUntil, lateFrom);
    }

    CountedFact amount(long sum) {
        return with(key, on, n, d, sum, group, distinct, sample, pendingUntil, lateFrom);
    }

    CountedFact group(@Nullable String name) {
        return with(key, on, n, d, a, name, distinct, sample, pendingUntil, lateFrom);
    }

    CountedFact distinct(@Nullable String what) {
        return with(key, on, n, d, a, group, what, sample, pendingUntil, lateFrom);
    }

    CountedFact sample(long value) {
        return with(key, on, n, d, a, group, distinct, value, pendingUntil, lateFrom);
    }

    CountedFact pendingUntil(@Nullable LocalDate day) {
        return with(key, on, n, d, a, group, distinct, sample, day, lateFrom);
    }

    /// The same on another day, because the period of its own day is frozen.
    CountedFact shifted(LocalDate to) {
        return with(key, to, n, d, a, group, distinct, sample, pendingUntil, on);
    }

    /// Whether both say the same about the same day, wherever they are counted.
    boolean saysTheSameAs(CountedFact other) {
        return home().equals(other.home());
    }

    private CountedFact home() {
        return new CountedFact(
                "",
                part,
                lateFrom == null ? on : lateFrom,
                from,
                until,
                district,
                group,
                distinct,
                n,
                d,
                a,
                sample,
                pendingUntil,
                null,
                List.of());
    }

    private CountedFact with(
            String newKey,
            @Nullable LocalDate newOn,
            long newN,
            long newD,
            long newA,
            @Nullable String newGroup,
            @Nullable String newDistinct,
            @Nullable Long newSample,
            @Nullable LocalDate newPending,
            @Nullable LocalDate newLate) {
        return new CountedFact(
                newKey,
                part,
                newOn,
                from,
                until,
                district,
                newGroup,
                newDistinct,
                newN,
                newD,
                newA,
                newSample,
                newPending,
                newLate,
                events);
    }
}
