package cn.sanming.migrant.wage.payroll.imports;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.wage.payroll.PayrollDesk;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes in a whole sheet (工资表导入). The same sheet again changes nothing; rows that cannot be read are listed, and
/// a payroll with such rows cannot be signed until a clean sheet replaces it.
@Component
class PayrollImports {

    private final PayrollDesk desk;
    private final FieldCipher cipher;
    private final byte[] workerKey;

    PayrollImports(
            PayrollDesk desk, FieldCipher cipher, @Value("${migrant.security.pseudonym-key}") String pseudonymKey) {
        this.desk = desk;
        this.cipher = cipher;
        this.workerKey = Base64.getDecoder().decode(pseudonymKey);
    }

    /// @param unchanged whether the same lines stood there before
    record Receipt(
            String payrollId,
            String state,
            boolean unchanged,
            int rowsRead,
            int accepted,
            int rejected,
            List<RowFaults> rows) {}

    /// @param row number of the row in the sheet, the first row of data being 1
    record RowFaults(int row, List<Reason> errors) {}

    Outcome<Receipt> take(PayrollDesk.Sheet sheet, SheetFormat format, InputStream in, CommandContext context)
            throws IOException {
        var objection = desk.objection(sheet, context);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        var rows = new SheetRows(cipher, workerKey, context.today());
        try {
            SheetReader.read(format, in, rows::take);
        } catch (SheetReader.Unreadable e) {
            return Outcome.refused(
                    Refusal.Kind.VALIDATION, Reason.at("/", "UNREADABLE_SHEET").required(format, e.getMessage()));
        }
        return desk.takeSheet(sheet, rows.all().iterator(), context)
                .map(taken -> new Receipt(
                        taken.payroll().id(),
                        taken.payroll().file().state(),
                        taken.unchanged(),
                        rows.read(),
                        taken.accepted(),
                        taken.unread().size(),
                        taken.unread().stream()
                                .map(gap -> new RowFaults(gap.row(), gap.reasons()))
                                .toList()));
    }
}
