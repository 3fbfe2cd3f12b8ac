package cn.sanming.migrant.wage.injury;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recognition with every deadline, as the worker, the employer and the officers see it.
///
/// @param decideBy      nothing before acceptance and while the clock stands still
/// @param employerBears whose benefits are the employer's, because it reported late
@JsonInclude(JsonInclude.Include.NON_NULL)
record InjuryView(
        String id,
        String state,
        @Nullable String district,
        String personId,
        String employerUscc,
        @Nullable String projectId,
        @Nullable Boolean coveredByProjectInsurance,
        LocalDate accidentOn,
        String place,
        String cause,
        Applicant.Kind applicant,
        LocalDate submittedOn,
        List<String> requested,
        List<String> supplied,
        LocalDate employerFileBy,
        LocalDate workerFileBy,
        @Nullable LocalDate acceptedOn,
        boolean clearCase,
        @Nullable String extensionReason,
        @Nullable String awaiting,
        @Nullable LocalDate suspendedSince,
        int suspendedDays,
        @Nullable LocalDate decideBy,
        @Nullable LocalDate decidedOn,
        @Nullable Boolean decidedInTime,
        @Nullable Span employerBears) {

    /// `from` included, `to` excluded.
    record Span(LocalDate from, LocalDate to) {}
}
