package cn.sanming.migrant.wage.appraisal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is handed in at the window for appraisals.
final class AppraisalForms {

    private AppraisalForms() {}

    record Application(@Size(min = 1, max = 40) String injuryId) {}

    /// @param withdrawn experts who may not judge this case, with the reason (回避)
    record Panel(int size, @Nullable List<Withdrawn> withdrawn) {}

    record Withdrawn(
            String expertId, @Size(min = 1, max = 500) String reason) {}

    /// @param grade     1 is the gravest, 10 the lightest; none where no grade is reached (未达等级)
    /// @param careGrade 1 to 3, where somebody needs care
    record Conclusion(
            @Min(1) @Max(10) @Nullable Integer grade,
            @Min(1) @Max(3) @Nullable Integer careGrade) {}

    record Extension(@Size(min = 1, max = 1000) String reason) {}

    record Receipt(LocalDate receivedOn) {}
}
