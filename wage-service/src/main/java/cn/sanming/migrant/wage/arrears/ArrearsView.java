package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Arrears as officers, the parties and other departments see them.
///
/// @param workers    how many are owed wages; who they are is read page by page
/// @param unreadRows rows of the sheet that could not be read; each is one of the workers
/// @param tenantsBehindWithRent how many leases of public homes these arrears have put behind with the rent
record ArrearsView(
        String id,
        String state,
        String level,
        String payrollId,
        @Nullable String projectId,
        String employerUscc,
        @Nullable String contractorUscc,
        @Nullable String district,
        YearMonth period,
        int workers,
        Money total,
        int unreadRows,
        LocalDate effectiveDueDate,
        int daysLate,
        @Nullable LocalDate clearedOn,
        @Nullable String forceMajeure,
        int tenantsBehindWithRent) {

    static ArrearsView of(Arrears arrears) {
        var of = arrears.of();
        return new ArrearsView(
                arrears.id(),
                state(arrears),
                arrears.level().name(),
                of.payrollId(),
                of.projectId(),
                of.employerUscc(),
                of.contractorUscc(),
                arrears.file().district(),
                of.period(),
                arrears.workers(),
                arrears.total(),
                arrears.unreadRows(),
                of.effectiveDueDate(),
                arrears.daysLate(),
                arrears.clearedOn(),
                arrears.forceMajeure(),
                arrears.tenantsBehind().size());
    }

    private static String state(Arrears arrears) {
        if (arrears.clearedOn() != null) {
            return "CLEARED";
        }
        return arrears.forceMajeure() == null ? "OPEN" : "EXCUSED";
    }
}
