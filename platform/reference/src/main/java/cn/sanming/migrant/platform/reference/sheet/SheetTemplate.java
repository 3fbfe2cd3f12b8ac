package cn.sanming.migrant.platform.reference.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The empty sheet of a form to download (导入模板): headings, digits as text, lists to choose from, and an example on a
/// sheet of its own.
public final class SheetTemplate {

    private static final int PREPARED = 2000;
    private static final int LONGEST_LIST = 250;

    private SheetTemplate() {}

    public static void write(SheetForm form, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "sanming-migrant", "1.0")) {
            var sheet = book.newWorksheet(form.zh());
            header(form, sheet);
            for (int i = 0; i < form.columns().size(); i++) {
                prepare(form.columns().get(i), sheet, i);
            }
            sheet.freezePane(0, 1);
            sheet.finish();
            var example = book.newWorksheet("填写示例");
            header(form, example);
            for (int i = 0; i < form.columns().size(); i++) {
                var written = form.columns().get(i).example();
                if (written != null) {
                    example.value(1, i, written);
                }
            }
            example.finish();
        }
    }

    private static void header(SheetForm form, Worksheet sheet) {
        for (int i = 0; i < form.columns().size(); i++) {
            var column = form.columns().get(i);
            sheet.value(0, i, column.title() + (column.required() ? "*" : ""));
            sheet.style(0, i).bold().set();
            sheet.width(i, Math.max(12, column.title().length() * 2.5));
        }
    }

    private static void prepare(Column column, Worksheet sheet, int index) {
        switch (column.kind()) {
            case IDENTITY, CARD, CREDIT_CODE, PHONE, TEXT, NAME, DIVISION ->
                sheet.range(1, index, PREPARED, index).style().format("@").set();
            case MONEY ->
                sheet.range(1, index, PREPARED, index).style().format("0.00").set();
            case DATE ->
                sheet.range(1, index, PREPARED, index)
                        .style()
                        .format("yyyy-mm-dd")
                        .set();
            case CHOICE -> {
                var first = new LinkedHashMap<String, String>();
                column.choices().forEach((word, code) -> first.putIfAbsent(code, word));
                var list = String.join(",", first.values());
                if (list.length() <= LONGEST_LIST) {
                    sheet.range(1, index, PREPARED, index).validateWithListByFormula('"' + list + '"');
                }
            }
            case NUMBER, INTEGER, CHOICES -> {}
        }
    }
}
