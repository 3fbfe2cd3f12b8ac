package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.RawRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds the columns up and compares what a total row says (合计核对).
final class Totals {

    private final SheetForm form;
    private final Header header;
    private final Map<String, BigDecimal> all = new HashMap<>();
    private final Map<String, BigDecimal> section = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();

    Totals(SheetForm form, Header header) {
        this.form = form;
        this.header = header;
    }

    void add(SheetRecord record) {
        record.faults().forEach(fault -> unknown.add(fault.column()));
        for (var column : form.columns()) {
            var value = record.value(column.key());
            if (value != null && column.kind().adds()) {
                all.merge(column.key(), new BigDecimal(value), BigDecimal::add);
                section.merge(column.key(), new BigDecimal(value), BigDecimal::add);
            }
        }
    }

    /// What a total row says otherwise; it may be about all rows or about those since the last one.
    List<CellFault> compare(RawRow row) {
        var differing = new ArrayList<CellFault>();
        for (var column : form.columns()) {
            var at = header.at(column);
            if (!column.kind().adds() || at.size() != 1 || unknown.contains(column.key())) {
                continue;
            }
            var said = Numbers.read(row.cell(at.getFirst()), column.units());
            var whole = all.getOrDefault(column.key(), BigDecimal.ZERO);
            var part = section.getOrDefault(column.key(), BigDecimal.ZERO);
            if (said.value() != null
                    && said.value().compareTo(whole) != 0
                    && said.value().compareTo(part) != 0) {
                differing.add(new CellFault(
                        column.key(),
                        header.heading(at.getFirst()),
                        RawRow.address(row.number(), at.getFirst()),
                        "TOTAL_DIFFERS",
                        whole.toPlainString(),
                        said.value().toPlainString()));
            }
        }
        section.clear();
        return differing;
    }
}
