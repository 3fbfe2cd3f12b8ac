package cn.sanming.migrant.platform.reference;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/// The minimum wage of each division on each day, by month and, for non-full-time work (非全日制), by hour.
public final class MinimumWages {

    private final TreeMap<LocalDate, MinimumWage> rows = new TreeMap<>();

    public MinimumWages(List<MinimumWage> rows) {
        rows.forEach(row -> this.rows.put(row.effectiveFrom(), row));
    }

    public static MinimumWages fujian() {
        return Fujian.WAGES;
    }

    /// Reads another table of the form of `reference/minimum-wages.yaml`, to stand in place of the published one.
    public static MinimumWages load(InputStream yaml) {
        return new MinimumWages(Yaml.read(yaml, File.class).minimumWages());
    }

    public List<MinimumWage> all() {
        return List.copyOf(rows.values());
    }

    public Money monthly(String divisionCode, LocalDate on) {
        return inForce("minimum_wage.monthly", on).monthly(division(divisionCode));
    }

    public Money hourly(String divisionCode, LocalDate on) {
        return inForce("minimum_wage.hourly", on).hourly(division(divisionCode));
    }

    private MinimumWage inForce(String id, LocalDate on) {
        var row = rows.floorEntry(on);
        if (row == null) {
            throw new ParameterMissing(id, on);
        }
        return row.getValue();
    }

    private static Division division(String code) {
        var divisions = Divisions.sanming();
        return divisions
                .find(divisions.current(code))
                .orElseThrow(() -> new IllegalArgumentException("not a county-level division of Sanming: " + code));
    }

    record File(List<MinimumWage> minimumWages) {}

    private static final class Fujian {
        static final MinimumWages WAGES =
                new MinimumWages(Yaml.resource("minimum-wages.yaml", File.class).minimumWages());
    }
}
