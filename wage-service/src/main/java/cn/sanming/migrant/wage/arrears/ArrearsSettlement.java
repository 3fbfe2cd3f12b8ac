package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Clears arrears (欠薪清偿) that were paid another way than by a payroll, such as through a case of the inspection.
public interface ArrearsSettlement {

    /// Takes note that these workers were paid what the employer owed them for a month, on a project or off it. The
    /// arrears are cleared when nobody else is left. Asked again, it changes nothing.
    ///
    /// @param period the wage month, `YYYY-MM`
    void settle(
            String employerUscc,
            @Nullable String projectId,
            String period,
            Collection<String> personIds,
            LocalDate paidOn,
            CommandContext context);
}
