package cn.sanming.migrant.wage.payroll.imports;

import cn.sanming.migrant.platform.imports.ImportReceipt;
import cn.sanming.migrant.platform.imports.ImportReceipts;
import cn.sanming.migrant.platform.imports.RowFaults;
import cn.sanming.migrant.platform.imports.RowVerdict;
import cn.sanming.migrant.platform.imports.SheetWords;
import cn.sanming.migrant.platform.imports.Upload;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.BankCard;
import cn.sanming.migrant.platform.reference.sheet.SheetForm;
import cn.sanming.migrant.platform.reference.sheet.SheetReader;
import cn.sanming.migrant.platform.reference.sheet.SheetReport;
import cn.sanming.migrant.platform.reference.sheet.cells.SheetBudget;
import cn.sanming.migrant.platform.reference.sheet.cells.UnreadableSheet;
import cn.sanming.migrant.wage.payroll.Payroll;
import cn.sanming.migrant.wage.payroll.PayrollDesk;
import cn.sanming.migrant.wage.payroll.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Takes in a whole sheet (工资表导入). The same sheet again changes nothing; rows that cannot be read are listed, and
/// a payroll with such rows cannot be signed until a clean sheet replaces it.
@Component
class PayrollImports {

    static final SheetForm FORM = SheetForm.resource(PayrollImports.class, "/sheets/payroll.yaml");

    private final PayrollDesk desk;
    private final FieldCipher cipher;
    private final SheetWords words;
    private final ImportReceipts receipts;
    private final byte[] workerKey;

    PayrollImports(
            PayrollDesk desk,
            FieldCipher cipher,
            SheetWords words,
            ImportReceipts receipts,
            @Value("${migrant.security.pseudonym-key}") String pseudonymKey) {
        this.desk = desk;
        this.cipher = cipher;
        this.words = words;
        this.receipts = receipts;
        this.workerKey = Base64.getDecoder().decode(pseudonymKey);
    }

    /// @param id        of this receipt, under which it can be asked for again; none for a dry run
    /// @param unchanged whether the same lines stood there before
    /// @param rows      the first of the rejected rows, with what is wrong with them
    /// @param errorCount faults in all
    /// @param lines     the first of the accepted rows, cards masked
    /// @param reading   how the sheet was understood
    record Receipt(
            @Nullable String id,
            @Nullable String payrollId,
            @Nullable String state,
            boolean dryRun,
            boolean unchanged,
            int rowsRead,
            int accepted,
            int rejected,
            int errorCount,
            List<RowFaults> rows,
            List<RowVerdict> lines,
            SheetReport reading) {}

    /// What was read from one file.
    private static final class Read {
        private final List<SheetRow> rows = new ArrayList<>();
        private final List<RowFaults> faults = new ArrayList<>();
        private final List<RowVerdict> verdicts = new ArrayList<>();
        private int errors;

        int accepted() {
            return (int) rows.stream().filter(SheetRow.Entry.class::isInstance).count();
        }

        List<RowVerdict> lines() {
            return verdicts.stream()
                    .filter(verdict -> verdict.errors().isEmpty())
                    .limit(SheetWords.MOST)
                    .toList();
        }
    }

    /// @param tab    name of the sheet where a workbook has several payrolls
    /// @param dryRun whether only the verdicts are asked for (预检)
    Outcome<Receipt> take(
            PayrollDesk.Sheet sheet, Upload upload, @Nullable String tab, boolean dryRun, CommandContext context)
            throws IOException {
        var objection = desk.objection(sheet, context);
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        var file = upload.bytes();
        var read = new Read();
        SheetReport reading;
        try {
            reading = read(file, tab, read, context);
        } catch (UnreadableSheet e) {
            return Outcome.refused(SheetWords.refusal(e));
        }
        if (!read.faults.isEmpty() && read.accepted() == 0) {
            return Outcome.refused(SheetWords.refusal(read.faults));
        }
        if (dryRun) {
            return read.rows.isEmpty()
                    ? Outcome.refused(Refusal.Kind.VALIDATION, Reason.at("/file", "EMPTY_SHEET"))
                    : Outcome.done(receipt(null, null, null, false, read, reading));
        }
        return desk.takeSheet(sheet, read.rows.iterator(), context).map(taken -> {
            var payroll = taken.payroll();
            var id = Ids.next("im");
            receipts.keep(head(id, payroll, read, reading, context), read.verdicts, file);
            return receipt(id, payroll.id(), payroll.file().state(), taken.unchanged(), read, reading);
        });
    }

    private SheetReport read(byte[] file, @Nullable String tab, Read read, CommandContext context) {
        var lines = new PayrollRows(cipher, workerKey);
        return new SheetReader(FORM, SheetBudget.USUAL, context.today()).read(file, tab, record -> {
            var row = lines.row(record);
            read.rows.add(row);
            var faults = words.faults(record.row(), record.faults());
            var card = record.value("bank_card");
            var masked = card == null ? null : new BankCard(card).masked();
            read.verdicts.add(new RowVerdict(
                    record.row(),
                    faults.errors().isEmpty() ? "ACCEPTED" : "REJECTED",
                    null,
                    null,
                    masked,
                    faults.errors()));
            if (!faults.errors().isEmpty() && read.errors < SheetWords.MOST) {
                read.faults.add(faults);
            }
            read.errors += faults.errors().size();
            return true;
        });
    }

    private static ImportReceipt head(
            String id, Payroll payroll, Read read, SheetReport reading, CommandContext context) {
        return new ImportReceipt(
                id,
                FORM.name(),
                context.at(),
                context.actor().id(),
                payroll.employerUscc(),
                payroll.file().district(),
                Map.of("payroll_id", payroll.id(), "period", payroll.period().toString()),
                Map.of("accepted", read.accepted(), "rejected", read.rows.size() - read.accepted()),
                true,
                reading,
                0);
    }

    private static Receipt receipt(
            @Nullable String id,
            @Nullable String payroll,
            @Nullable String state,
            boolean unchanged,
            Read read,
            SheetReport reading) {
        return new Receipt(
                id,
                payroll,
                state,
                id == null,
                unchanged,
                reading.rows(),
                read.accepted(),
                read.rows.size() - read.accepted(),
                read.errors,
                read.faults,
                read.lines(),
                reading);
    }
}
