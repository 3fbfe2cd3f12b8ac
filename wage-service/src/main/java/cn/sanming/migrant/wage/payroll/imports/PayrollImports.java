package cn.sanming.migrant.wage.payroll.imports;

import cn.sanming.migrant.platform.imports.RowFaults;
import cn.sanming.migrant.platform.imports.SheetWords;
import cn.sanming.migrant.platform.imports.Upload;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.sheet.SheetForm;
import cn.sanming.migrant.platform.reference.sheet.SheetReader;
import cn.sanming.migrant.platform.reference.sheet.SheetReport;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.wage.payroll.PayrollDesk;
import cn.sanming.migrant.wage.payroll.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes in a whole sheet (工资表导入). The same sheet again changes nothing; rows that cannot be read are listed, and
/// a payroll with such rows cannot be signed until a clean sheet replaces it.
@Component
class PayrollImports {

    static final SheetForm FORM = SheetForm.resource("/sheets/payroll.yaml");

    private final PayrollDesk desk;
    private final FieldCipher cipher;
    private final SheetWords words;
    private final byte[] workerKey;

    PayrollImports(
            PayrollDesk desk,
            FieldCipher cipher,
            SheetWords words,
            @Value("${migrant.security.pseudonym-key}") String pseudonymKey) {
        this.desk = desk;
        this.cipher = cipher;
        this.words = words;
        this.workerKey = Base64.getDecoder().decode(pseudonymKey);
    }

    /// @param unchanged whether the same lines stood there before
    /// @param rows      the first of the rejected rows, with what is wrong with them
    /// @param reading   how the sheet was understood
    record Receipt(
            String payrollId,
            String state,
            boolean unchanged,
            int rowsRead,
            int accepted,
            int rejected,
            List<RowFaults> rows,
            SheetReport reading) {}

    Outcome<Receipt> take(PayrollDesk.Sheet sheet, Upload upload, @Nullable String tab, CommandContext context)
            throws IOException {
        var objection = desk.objection(sheet, context);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        var rows = new ArrayList<SheetRow>();
        var faults = new ArrayList<RowFaults>();
        var lines = new PayrollRows(cipher, workerKey);
        SheetReport reading;
        try {
            reading = new SheetReader(FORM, SheetBudget.USUAL, context.today()).read(upload.bytes(), tab, record -> {
                var row = lines.row(record);
                rows.add(row);
                if (row instanceof SheetRow.Unread && faults.size() < SheetWords.MOST) {
                    faults.add(words.faults(record.row(), record.faults()));
                }
                return true;
            });
        } catch (UnreadableSheet e) {
            return Outcome.refused(SheetWords.refusal(e));
        }
        if (!faults.isEmpty() && rows.stream().noneMatch(SheetRow.Entry.class::isInstance)) {
            return Outcome.refused(SheetWords.refusal(faults));
        }
        return desk.takeSheet(sheet, rows.iterator(), context)
                .map(taken -> new Receipt(
                        taken.payroll().id(),
                        taken.payroll().file().state(),
                        taken.unchanged(),
                        reading.rows(),
                        taken.accepted(),
                        taken.unread().size(),
                        faults,
                        reading));
    }
}
