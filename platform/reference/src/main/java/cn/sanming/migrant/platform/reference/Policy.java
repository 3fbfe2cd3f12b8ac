package cn.sanming.migrant.platform.reference;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Every dated parameter a service decides by. Look-ups go by the business date of the facts, never by today, so
/// that a change of policy leaves decided cases as they were.
public final class Policy {

    private static final Comparator<Parameter> MOST_SPECIFIC_FIRST =
            Comparator.comparingInt(Parameter::specificity).reversed();
    private static final Comparator<Parameter> BY_DISTRICT_AND_DATE = Comparator.comparing(
                    Parameter::district, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Parameter::validFrom);

    private final Map<String, List<Parameter>> rows;
    private final Map<String, @Nullable String> overrides;

    private Policy(Map<String, List<Parameter>> rows, Map<String, @Nullable String> overrides) {
        this.rows = rows;
        this.overrides = overrides;
    }

    /// A policy of these rows; two rows of one parameter and district that hold on the same day are refused.
    public static Policy of(List<Parameter> parameters) {
        var rows = new LinkedHashMap<String, List<Parameter>>();
        parameters.forEach(
                row -> rows.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
        rows.values().forEach(Policy::refuseOverlaps);
        rows.replaceAll(
                (_, ofOneId) -> ofOneId.stream().sorted(MOST_SPECIFIC_FIRST).toList());
        return new Policy(rows, Map.of());
    }

    /// Reads files with a list named `parameters`; their order has no meaning.
    public static Policy load(InputStream... yaml) {
        var parameters = new ArrayList<Parameter>();
        for (var file : yaml) {
            parameters.addAll(Yaml.read(file, File.class).parameters());
        }
        return of(parameters);
    }

    /// This policy with the rows of a later one, which replace rows of the same id, district and first day.
    public Policy plus(Policy later) {
        var merged = new LinkedHashMap<Key, Parameter>();
        all().forEach(row -> merged.put(Key.of(row), row));
        later.all().forEach(row -> merged.put(Key.of(row), row));
        var both = of(List.copyOf(merged.values()));
        return both.with(overrides).with(later.overrides);
    }

    /// The same policy with other values for some parameters: a simulation, which says so in [Figures#used()].
    public Policy with(Map<String, ? extends @Nullable String> otherValues) {
        for (var id : otherValues.keySet()) {
            if (!rows.containsKey(id)) {
                throw new IllegalArgumentException("there is no parameter " + id + " to override");
            }
        }
        var all = new HashMap<String, @Nullable String>(overrides);
        all.putAll(otherValues);
        return new Policy(rows, Collections.unmodifiableMap(all));
    }

    public boolean isSimulation() {
        return !overrides.isEmpty();
    }

    public List<Parameter> all() {
        return rows.values().stream().flatMap(Collection::stream).toList();
    }

    public Figures on(LocalDate businessDate) {
        return on(businessDate, null);
    }

    public Figures on(LocalDate businessDate, @Nullable String district) {
        var current = district == null ? null : Divisions.sanming().current(district);
        return new Figures(id -> row(id, businessDate, current), businessDate);
    }

    private Parameter row(String id, LocalDate date, @Nullable String district) {
        var ofThisId = rows.getOrDefault(id, List.of());
        var inForce =
                ofThisId.stream().filter(row -> row.inForce(date, district)).findFirst();
        if (overrides.containsKey(id)) {
            return inForce.orElseGet(ofThisId::getFirst).simulated(overrides.get(id));
        }
        return inForce.orElseThrow(() -> new ParameterMissing(id, date));
    }

    private static void refuseOverlaps(List<Parameter> ofOneId) {
        ofOneId.sort(BY_DISTRICT_AND_DATE);
        for (int i = 1; i < ofOneId.size(); i++) {
            var earlier = ofOneId.get(i - 1);
            var later = ofOneId.get(i);
            var over = earlier.validTo() != null && !earlier.validTo().isAfter(later.validFrom());
            if (!over && Objects.equals(earlier.district(), later.district())) {
                throw new IllegalArgumentException("the parameter " + later.id() + " has two rows for "
                        + (later.district() == null ? "all districts" : later.district()) + " on " + later.validFrom());
            }
        }
    }

    private record Key(String id, @Nullable String district, LocalDate validFrom) {
        static Key of(Parameter row) {
            return new Key(row.id(), row.district(), row.validFrom());
        }
    }

    record File(List<Parameter> parameters) {}
}
