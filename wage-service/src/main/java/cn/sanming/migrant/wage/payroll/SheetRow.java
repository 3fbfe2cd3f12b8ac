package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.protect.FieldCipher.Sealed;
import cn.sanming.migrant.platform.reference.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a handed-in sheet (工资表的一行), as its reader understood it. `row` as the sheet shows it, from 1.
public sealed interface SheetRow {

    int row();

    /// A row that says what one worker is owed. Name and card come encrypted; the worker is a pseudonym.
    ///
    /// @param net gross less deductions; the reader has checked it
    record Entry(
            int row,
            String personId,
            @Nullable Sealed name,
            @Nullable Sealed card,
            @Nullable BigDecimal days,
            @Nullable BigDecimal pieces,
            Money gross,
            List<PayrollLine.Deduction> deductions,
            Money net,
            boolean unemploymentInsured)
            implements SheetRow {}

    /// A row of a worker that could not be read. It stays with the payroll as a gap until somebody mends it.
    ///
    /// @param reasons never quote what stood in the row
    /// @param net     what the worker would be owed, where at least that could be read
    record Unread(int row, List<Reason> reasons, @Nullable Money net) implements SheetRow {

        public Unread {
            reasons = List.copyOf(reasons);
        }
    }
}
