package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Divisions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one event says, as far as an indicator reads it.
///
/// @param at       when it occurred
/// @param received when it first reached this service
record Fact(
        String eventId,
        String type,
        String subject,
        Instant at,
        long sequence,
        Instant received,
        @Nullable String district,
        Map<String, Object> data) {

    /// The same order for everybody, however the events came in.
    static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::at).thenComparing(Fact::sequence).thenComparing(Fact::eventId);

    /// The day in Sanming on which it occurred.
    LocalDate day() {
        return at.atZone(Dates.ZONE).toLocalDate();
    }

    /// A field as text; `@subject` is what the event is about.
    String text(String field) {
        if (field.equals("@subject")) {
            return subject;
        }
        var value = data.get(field);
        return value == null ? "" : value.toString();
    }

    boolean has(String field) {
        return data.get(field) != null;
    }

    /// A field as a day; `@time` is the day of the event, and a moment is the day it falls on in Sanming.
    LocalDate date(String field) {
        if (field.equals("@time")) {
            return day();
        }
        var text = text(field);
        return text.length() > 10 ? moment(field).atZone(Dates.ZONE).toLocalDate() : LocalDate.parse(text);
    }

    Instant moment(String field) {
        return OffsetDateTime.parse(text(field)).toInstant();
    }

    /// A number, or an amount of money in fen; a figure in a line of data stands for itself.
    long number(String field) {
        var value = data.get(field);
        return switch (value) {
            case null -> 0;
            case Integer number -> number;
            case Long number -> number;
            case String money
            when money.contains(".") -> new BigDecimal(money).movePointRight(2).longValueExact();
            default -> new BigDecimal(value.toString()).longValueExact();
        };
    }

    boolean is(String field) {
        return Boolean.parseBoolean(text(field));
    }

    boolean fulfils(@Nullable Map<String, List<String>> conditions) {
        return conditions == null
                || conditions.entrySet().stream().allMatch(one -> one.getValue().contains(text(one.getKey())));
    }

    boolean containsAll(String field, Collection<String> wanted) {
        return data.get(field) instanceof Collection<?> found && found.containsAll(wanted);
    }

    /// The division it belongs to, by the code in force today.
    @Nullable
    String division() {
        var named = has("district_code") ? text("district_code") : district;
        return named == null ? null : Divisions.sanming().current(named);
    }
}
