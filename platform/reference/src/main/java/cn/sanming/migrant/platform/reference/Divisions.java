package cn.sanming.migrant.platform.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The 11 county-level divisions (县、市、区) of Sanming. Codes abolished in 2021 stay valid for historic data and lead
/// to their successor.
public final class Divisions {

    /// The city itself, which is not one of its divisions.
    public static final String CITY = "350400";

    private final List<Division> all;
    private final Map<String, Division> byCode;
    private final Map<String, String> successors;
    private final Set<String> cityArea;
    private final Map<String, Division> byName = new HashMap<>();

    private Divisions(File file) {
        all = List.copyOf(file.divisions());
        byCode = all.stream().collect(Collectors.toUnmodifiableMap(Division::code, Function.identity()));
        successors = Map.copyOf(file.successors());
        cityArea = Set.copyOf(file.cityArea());
        for (var division : all) {
            byName.put(division.name(), division);
            byName.put(division.name().substring(0, division.name().length() - 1), division);
        }
        file.formerNames().forEach((name, code) -> byName.put(name, byCode.get(code)));
    }

    public static Divisions sanming() {
        return Sanming.DIVISIONS;
    }

    public List<Division> all() {
        return all;
    }

    /// The division that bears this code today; see [#current(String)] for a code of the past.
    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The division that somebody means: by a code of today or of the past, or by its name, with or without what lies
    /// above it and with or without its kind (沙县, 三元区, 福建省三明市永安市).
    public Optional<Division> named(String written) {
        var plain = Folding.number(written).replaceFirst("^(福建省?)?(三明市?)?(?=.)", "");
        var code = plain.matches("[0-9]{6}(0{6})?") ? plain.substring(0, 6) : plain;
        return Optional.ofNullable(byCode.get(current(code))).or(() -> Optional.ofNullable(byName.get(plain)));
    }

    /// The code in force today: the successor of an abolished code, any other code unchanged.
    public String current(String code) {
        return successors.getOrDefault(code, code);
    }

    /// Whether the code belongs to the city area (市区): Sanyuan and Shaxian.
    public boolean isCityArea(String code) {
        return cityArea.contains(current(code));
    }

    record File(
            List<Division> divisions,
            Map<String, String> successors,
            Map<String, String> formerNames,
            List<String> cityArea) {}

    private static final class Sanming {
        static final Divisions DIVISIONS = new Divisions(Yaml.resource("divisions.yaml", File.class));
    }
}
