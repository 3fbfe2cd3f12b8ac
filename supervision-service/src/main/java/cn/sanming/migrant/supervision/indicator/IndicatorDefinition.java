package cn.sanming.migrant.supervision.indicator;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One indicator as data (指标卡): what it counts, from which events, in which period, against which target.
///
/// @param reads  the events it is fed by, and the fields that together name the subject of a fact
/// @param only   events that can matter at all, where not all of a type can
/// @param derive the formula that turns the facts of a subject into items
/// @param parts  the parts its items fall into; one of them gives the value
/// @param goal   the target in the words of the specification
public record IndicatorDefinition(
        String id,
        String measure,
        List<String> clauses,
        String nameZh,
        String name,
        String formula,
        String goal,
        Period.Kind period,
        Unit unit,
        ValueOf value,
        @Nullable Target target,
        Map<String, List<String>> reads,
        @Nullable Map<String, Map<String, List<String>>> only,
        Derivation derive,
        Map<String, Part> parts,
        @Nullable String note) {

    public enum Unit {
        COUNT,
        RATIO,
        YUAN,
        WORKING_DAYS,
        SECONDS
    }

    public IndicatorDefinition {
        Objects.requireNonNull(parts.get(value.part()), id + " takes its value from a part it does not have");
    }

    /// Whether a fact can change anything about this indicator.
    boolean cares(Fact fact) {
        return reads.containsKey(fact.type()) && (only == null || fact.fulfils(only.get(fact.type())));
    }

    Part part(String name) {
        return Objects.requireNonNull(parts.get(name), () -> id + " has no part " + name);
    }

    /// How the value comes out of the items of its part.
    ///
    /// @param group      only the items of this group count
    /// @param lowest     the value is that of the county or group that stands lowest
    /// @param parameter  the plan it is measured by, where the events do not tell how much there should be
    /// @param complement what the events tell of is what was missed
    /// @param of         what a share is taken of
    public record ValueOf(
            How kind,
            String part,
            @Nullable String group,
            @Nullable Lowest lowest,
            @Nullable List<String> groups,
            @Nullable String parameter,
            boolean complement,
            @Nullable Whole of) {}

    public enum How {
        COUNT,
        AMOUNT,
        RATIO,
        MEDIAN,
        P95,
        DISTINCT,
        SHARE,
        PLANNED,
        PLANNED_DISTINCT,
        LARGEST
    }

    public enum Lowest {
        COUNTY,
        GROUP
    }

    public enum Whole {
        ISO_WEEKS,
        REST_DAYS
    }

    /// @param onlyIf the part without which there is nothing to judge
    public record Target(
            Is is,
            @Nullable String parameter,
            @Nullable Scope scope,
            @Nullable String onlyIf) {}

    public enum Is {
        AT_LEAST,
        AT_MOST,
        EXACTLY,
        RISING
    }

    /// A target for the city as a whole, or one that each county has to reach.
    public enum Scope {
        CITY,
        EACH_COUNTY
    }

    /// @param n      what its first number counts; a name in `_fen` is an amount of money
    /// @param d      what its second number counts, where it is a ratio
    /// @param a      what is summed up beside it, in yuan if `money`
    /// @param groups the groups that are shown even when they are empty
    public record Part(
            Window window,
            String n,
            @Nullable String a,
            boolean money,
            @Nullable String d,
            @Nullable List<String> groups) {}

    public enum Window {
        IN_PERIOD,
        AT_END,
        UP_TO_END
    }

    public record Derivation(String kind, @Nullable List<Line> lines) {}

    /// One line of a tally: which events count, when, and how much.
    ///
    /// @param season parameter with the days of the year in which they count
    /// @param hit    what makes it a ratio: those that fulfil it, of all
    public record Line(
            String part,
            String event,
            @Nullable Map<String, List<String>> where,
            @Nullable Map<String, List<String>> unless,
            @Nullable String season,
            String on,
            @Nullable String n,
            @Nullable String d,
            @Nullable Map<String, List<String>> hit,
            @Nullable String a,
            @Nullable String group,
            @Nullable String distinct) {}
}
