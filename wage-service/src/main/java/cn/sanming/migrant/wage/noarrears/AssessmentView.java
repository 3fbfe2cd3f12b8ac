package cn.sanming.migrant.wage.noarrears;

import cn.sanming.migrant.wage.policy.NoArrearsScore.Mark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An assessment with the sheets of both offices.
record AssessmentView(
        String id,
        String state,
        String projectId,
        String contractorUscc,
        List<Marks> sheets,
        BigDecimal score,
        @Nullable LocalDate objectionUntil,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate revokedOn) {

    record Marks(String role, List<Mark> marks, BigDecimal total) {}

    static AssessmentView of(NoArrearsProject assessment) {
        return new AssessmentView(
                assessment.id(),
                assessment.file().state(),
                assessment.projectId(),
                assessment.contractorUscc(),
                assessment.sheets().stream()
                        .map(sheet -> new Marks(sheet.role(), sheet.marks(), sheet.total()))
                        .toList(),
                assessment.score(),
                assessment.objectionUntil(),
                assessment.grantedOn(),
                assessment.revokedOn());
    }
}
