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
            List<SheetRows.RowFaults> rows) {}

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
        if (rows.read() == 0) {
            return Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/", "EMPTY_SHEET"));
        }
        if (rows.lines().isEmpty()) {
            var all = rows.faults().stream()
                    .flatMap(row -> row.errors().stream()
                            .map(error -> new Reason(
                                    error.code(),
                                    "/rows/" + row.row() + error.pointer(),
                                    error.clause(),
                                    error.required(),
                                    error.found())))
                    .toList();
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, all, null));
        }
        return desk.takeSheet(sheet, rows.lines(), rows.faults().size(), context)
                .map(taken -> new Receipt(
                        taken.payroll().id(),
                        taken.payroll().file().state(),
                        taken.unchanged(),
                        rows.read(),
                        rows.lines().size(),
                        rows.faults().size(),
                        rows.faults()));
    }
}
