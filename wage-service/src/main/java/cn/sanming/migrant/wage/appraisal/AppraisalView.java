package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.wage.appraisal.AppraisalForms.Conclusion;
import cn.sanming.migrant.wage.appraisal.AppraisalForms.Withdrawn;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An appraisal as its parties and the officers see it.
///
/// @param seedSha256 fixed at submission, so that the draw can be checked afterwards
/// @param draw       seed, pool and result, once the panel is drawn
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppraisalView(
        String id,
        String state,
        String injuryId,
        String personId,
        String employerUscc,
        LocalDate submittedOn,
        String seedSha256,
        @Nullable ExpertDraw draw,
        List<Withdrawn> withdrawn,
        LocalDate concludeBy,
        @Nullable LocalDate extendedOn,
        @Nullable Conclusion conclusion,
        @Nullable LocalDate concludedOn,
        @Nullable Boolean concludedInTime,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate reappraisalBy,
        @Nullable Conclusion provincialConclusion) {}
