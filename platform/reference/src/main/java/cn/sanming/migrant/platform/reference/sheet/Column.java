package cn.sanming.migrant.platform.reference.sheet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A column that a form knows (列定义), as its data file says.
///
/// @param required whether every row must have it
/// @param instead  the column that may stand in for a required one
/// @param sum      whether several such columns are added up
/// @param headings what the column is called, the surest name first
/// @param totals   headings of a column that already holds the sum
/// @param units    what may stand behind a number
/// @param choices  code of each choice by what people write
/// @param most     longest text
/// @param example  for the template
public record Column(
        String key,
        Kind kind,
        boolean required,
        @Nullable String instead,
        boolean sum,
        List<String> headings,
        List<String> totals,
        List<String> units,
        Map<String, String> choices,
        @Nullable Integer most,
        @Nullable String example) {

    /// What stands in a column.
    public enum Kind {
        TEXT,
        NAME,
        IDENTITY,
        CREDIT_CODE,
        CARD,
        PHONE,
        MONEY,
        NUMBER,
        INTEGER,
        DATE,
        DIVISION,
        CHOICE,
        CHOICES;

        /// Whether a total of such a column can be compared.
        boolean adds() {
            return this == MONEY || this == NUMBER || this == INTEGER;
        }
    }

    public Column {
        headings = List.copyOf(Objects.requireNonNullElse(headings, List.of()));
        totals = List.copyOf(Objects.requireNonNullElse(totals, List.of()));
        units = List.copyOf(Objects.requireNonNullElse(units, List.of()));
        choices = Objects.requireNonNullElse(choices, Map.of());
    }

    /// What the column is called on the template.
    public String title() {
        return headings.isEmpty() ? key : headings.getFirst();
    }
}
