package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.reference.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A worker's row of the sheet that could not be read (未识别行): somebody is owed wages, and nobody knows who. It goes
/// with the payroll into arrears, views and events until a clean sheet or a back-pay payroll takes it up.
///
/// @param row number of the row in its sheet
/// @param net what the row owes, where at least that could be read
public record Gap(int row, List<Reason> reasons, @Nullable Money net) {

    /// A sheet with more unread rows than this is no payroll, but a file that went wrong.
    static final int MOST = 200;

    public Gap {
        reasons = List.copyOf(reasons);
    }

    static Gap of(SheetRow.Unread row) {
        return new Gap(row.row(), row.reasons(), row.net());
    }

    /// What is known to be owed for these rows.
    public static Money total(List<Gap> gaps) {
        return Money.sum(gaps.stream().map(gap -> gap.net() == null ? Money.ZERO : gap.net()));
    }
}
