package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wages are late: published when the level rises, and when a partial payment changes what is owed.
///
/// @param workers    the persons named, and one for each row of the sheet that could not be read
/// @param unreadRows rows that could not be read; none if all were
/// @param backPayOf  the payroll whose left-out wages this one was to pay (补发); none for an ordinary one
@DomainEvent.Type("wage.arrears.detected")
record ArrearsDetected(
        @JsonIgnore String arrearsId,
        @Nullable String projectId,
        String employerUscc,
        @Nullable String contractorUscc,
        String districtCode,
        YearMonth period,
        int workers,
        List<String> personIds,
        Money total,
        LocalDate effectiveDueDate,
        int daysLate,
        ArrearsLevel level,
        @Nullable Integer unreadRows,
        @Nullable String backPayOf)
        implements DomainEvent {

    @Override
    public String subject() {
        return arrearsId;
    }
}
