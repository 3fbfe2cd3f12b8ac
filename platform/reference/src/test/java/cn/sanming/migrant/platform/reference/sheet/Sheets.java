package cn.sanming.migrant.platform.reference.sheet;

import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the tests of sheets share: the forms, the files and a reading of both.
record Sheets(SheetReport report, List<SheetRecord> records) {

    static final SheetForm PAYROLL = SheetForm.resource(Sheets.class, "/sheets/payroll-form.yaml");
    static final SheetForm VACANCIES = SheetForm.resource(Sheets.class, "/sheets/vacancies-form.yaml");
    static final LocalDate TODAY = LocalDate.of(2024, 4, 8);

    static byte[] file(String name) throws IOException {
        try (var in = Objects.requireNonNull(Sheets.class.getResourceAsStream("/sheets/" + name), name)) {
            return in.readAllBytes();
        }
    }

    static Sheets read(SheetForm form, byte[] file) {
        var records = new ArrayList<SheetRecord>();
        var report = new SheetReader(form, SheetBudget.USUAL, TODAY).read(file, null, records::add);
        return new Sheets(report, records);
    }

    List<String> column(String key) {
        return records.stream().map(record -> String.valueOf(record.value(key))).toList();
    }

    List<String> faults() {
        return records.stream()
                .flatMap(record -> record.faults().stream())
                .map(fault -> fault.cell() + ' ' + fault.code())
                .toList();
    }
}
