package cn.sanming.migrant.platform.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One dated figure of the policy (参数) with its clause. It holds on `[validFrom, validTo)`, in one district or, without
/// one, everywhere. `basis` says how sure it is: P policy text, V verified law, M from memory, A assumption.
///
/// @param value the figure as text; absent (or the word `null`) where there is deliberately none, such as "no limit"
public record Parameter(
        String id,
        List<String> measures,
        @Nullable String value,
        String unit,
        String basis,
        String citation,
        boolean verified,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String district) {

    /// The basis of a figure that somebody supplied to try it out.
    public static final String SIMULATION = "SIMULATION";

    private static final Set<String> BASES = Set.of("P", "V", "M", "A", SIMULATION);

    public Parameter {
        require(id != null && !id.isBlank(), "a parameter has no id");
        require(measures != null && unit != null && citation != null, id + " needs measures, unit and citation");
        require(basis != null && BASES.contains(basis), id + " needs a basis: P, V, M or A");
        require(validFrom != null, id + " needs valid_from");
        require(validTo == null || validTo.isAfter(validFrom), id + " ends before it begins");
        require(district == null || district.matches("[0-9]{6}"), id + " has a district that is no six-digit code");
        measures = List.copyOf(measures);
        value = "null".equals(value) ? null : value;
    }

    boolean inForce(LocalDate date, @Nullable String inDistrict) {
        return !date.isBefore(validFrom)
                && (validTo == null || date.isBefore(validTo))
                && (district == null || district.equals(Divisions.CITY) || district.equals(inDistrict));
    }

    /// County before city before everywhere.
    int specificity() {
        return district == null ? 0 : district.equals(Divisions.CITY) ? 1 : 2;
    }

    Parameter simulated(@Nullable String otherValue) {
        return new Parameter(id, measures, otherValue, unit, SIMULATION, citation, false, validFrom, validTo, district);
    }

    private static void require(boolean fulfilled, String refusal) {
        if (!fulfilled) {
            throw new IllegalArgumentException(refusal);
        }
    }
}
