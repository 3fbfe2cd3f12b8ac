package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.casefile.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Clears arrears (欠薪清偿) that were paid another way than by a payroll, such as through a case of the inspection.
public interface ArrearsSettlement {

    /// Clears what the employer owes for a month, on a project or off it. Asked again, it changes nothing.
    ///
    /// @param period the wage month, `YYYY-MM`
    void settle(String employerUscc, @Nullable String projectId, String period, LocalDate paidOn, Act act);
}
