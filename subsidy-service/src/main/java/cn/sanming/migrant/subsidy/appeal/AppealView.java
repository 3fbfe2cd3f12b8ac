package cn.sanming.migrant.subsidy.appeal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An appeal as the appellant and the officers see it.
///
/// @param reviewedAs the application under which the claim is reviewed again
record AppealView(
        String id,
        String state,
        String applicationId,
        int decisionNumber,
        String grounds,
        @Nullable LocalDate decidedOn,
        @Nullable String answer,
        @Nullable String reviewedAs) {

    static AppealView of(Appeal appeal) {
        return new AppealView(
                appeal.id(),
                appeal.file().state(),
                appeal.applicationId(),
                appeal.decisionNumber(),
                appeal.grounds(),
                appeal.decidedOn(),
                appeal.answer(),
                appeal.reviewedAs());
    }
}
