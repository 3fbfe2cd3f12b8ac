package cn.sanming.migrant.wage.payroll.imports;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.protect.FieldCipher;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.reference.ResidentId;
import cn.sanming.migrant.platform.reference.WorkerId;
import cn.sanming.migrant.platform.reference.sheet.CellFault;
import cn.sanming.migrant.platform.reference.sheet.SheetRecord;
import cn.sanming.migrant.wage.payroll.PayrollLine;
import cn.sanming.migrant.wage.payroll.SheetRow;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one sheet into rows of a payroll, or into gaps that say what is wrong with them.
/// No fault ever quotes what stood in the row.
final class PayrollRows {

    private final FieldCipher cipher;
    private final byte[] workerKey;
    private final Set<String> seen = new HashSet<>();

    PayrollRows(FieldCipher cipher, byte[] workerKey) {
        this.cipher = cipher;
        this.workerKey = workerKey;
    }

    SheetRow row(SheetRecord record) {
        var person = person(record);
        var gross = money(record, "gross");
        var deducted = money(record, "deductions");
        var net = money(record, "net");
        if (gross != null && net != null && record.faults().stream().noneMatch(PayrollRows::isDeduction)) {
            var owed = deducted == null ? gross : gross.minusOrZero(deducted);
            if (!owed.equals(net)) {
                record.fault("net", "NET_NOT_GROSS_LESS_DEDUCTIONS", owed, net);
            }
        }
        if (person != null && !seen.add(person)) {
            record.fault("id_number", "WORKER_TWICE_IN_SHEET", null, null);
        }
        if (record.isFaulty() || person == null || gross == null || net == null) {
            return new SheetRow.Unread(
                    record.row(),
                    record.faults().stream().map(PayrollRows::reason).toList(),
                    net);
        }
        return new SheetRow.Entry(
                record.row(),
                person,
                sealed(record.value("name")),
                sealed(record.value("bank_card")),
                number(record, "days"),
                number(record, "pieces"),
                gross,
                deducted == null || deducted.isZero()
                        ? List.of()
                        : List.of(new PayrollLine.Deduction("DEDUCTIONS", deducted)),
                net,
                "true".equals(record.value("unemployment_insured")));
    }

    private static boolean isDeduction(CellFault fault) {
        return fault.column().equals("deductions");
    }

    private static Reason reason(CellFault fault) {
        return new Reason(
                fault.code(),
                "/" + fault.column(),
                fault.code().startsWith("ID_NUMBER_") ? "GB 11643" : null,
                fault.required(),
                fault.found());
    }

    private FieldCipher.@Nullable Sealed sealed(@Nullable String text) {
        return text == null ? null : cipher.protect(text);
    }

    private @Nullable String person(SheetRecord record) {
        var number = record.value("id_number");
        if (number != null) {
            return WorkerId.of(new ResidentId(number), workerKey).value();
        }
        var pseudonym = record.value("person_id");
        if (pseudonym == null) {
            return null;
        }
        if (!pseudonym.matches("[A-Za-z0-9-]{3,40}") || pseudonym.matches("[0-9]{17}[0-9Xx]")) {
            record.fault("person_id", "INVALID_PERSON_ID", null, null);
            return null;
        }
        return pseudonym;
    }

    private static @Nullable Money money(SheetRecord record, String column) {
        var amount = record.value(column);
        return amount == null ? null : Money.of(new BigDecimal(amount));
    }

    private static @Nullable BigDecimal number(SheetRecord record, String column) {
        var number = record.value(column);
        return number == null ? null : new BigDecimal(number);
    }
}
