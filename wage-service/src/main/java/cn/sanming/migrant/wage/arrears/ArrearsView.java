package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arrears as officers, the parties and other departments see them.
///
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
        List<String> personIds,
        Money total,
        LocalDate effectiveDueDate,
        int daysLate,
        @Nullable LocalDate clearedOn,
        @Nullable String forceMajeure,
        int tenantsBehindWithRent) {

    static ArrearsView of(Arrears arrears) {
        return new ArrearsView(
                arrears.id(),
                arrears.clearedOn() == null ? "OPEN" : "CLEARED",
                arrears.level().name(),
                arrears.payrollId(),
                arrears.projectId(),
                arrears.employerUscc(),
                arrears.contractorUscc(),
                arrears.file().district(),
                arrears.period(),
                arrears.personIds().size(),
                arrears.personIds(),
                arrears.total(),
                arrears.effectiveDueDate(),
                arrears.daysLate(),
                arrears.clearedOn(),
                arrears.forceMajeure(),
                arrears.tenantsBehind().size());
    }
}
