package cn.sanming.migrant.platform.reference.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of data (数据行): its values in plain form by column, and what is wrong with the others.
public final class SheetRecord {

    private final int row;
    private final Map<String, String> values;
    private final List<CellFault> faults;
    private final Map<String, Place> places;

    /// Where a column's value stands and what it is called there.
    record Place(@Nullable String heading, @Nullable String cell) {}

    SheetRecord(int row, Map<String, String> values, List<CellFault> faults, Map<String, Place> places) {
        this.row = row;
        this.values = values;
        this.faults = new ArrayList<>(faults);
        this.places = places;
    }

    /// The row as the program on the desk shows it, from 1; the place in the list where there are no rows.
    public int row() {
        return row;
    }

    public Map<String, String> values() {
        return values;
    }

    public @Nullable String value(String key) {
        return values.get(key);
    }

    /// What a service finds wrong with a value that could be read.
    public void fault(String key, String code, @Nullable Object required, @Nullable Object found) {
        faults.add(at(
                key,
                code,
                required == null ? null : String.valueOf(required),
                found == null ? null : String.valueOf(found)));
    }

    /// A fault of a service, with the cell and the heading it speaks of.
    public CellFault at(String key, String code, @Nullable String required, @Nullable String found) {
        var place = places.get(key);
        return new CellFault(
                key,
                place == null ? null : place.heading(),
                place == null ? null : place.cell(),
                code,
                required,
                found);
    }

    public List<CellFault> faults() {
        return faults;
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }
}
