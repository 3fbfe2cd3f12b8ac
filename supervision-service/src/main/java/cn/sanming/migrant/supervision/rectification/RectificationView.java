package cn.sanming.migrant.supervision.rectification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A rectification as officers see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RectificationView(
        String id,
        String state,
        String round,
        String measure,
        String unitCode,
        @Nullable String district,
        String problem,
        LocalDate issuedOn,
        LocalDate acceptBy,
        LocalDate dueOn,
        @Nullable String report,
        @Nullable LocalDate submittedOn) {

    static RectificationView of(Rectification rectification) {
        return new RectificationView(
                rectification.id(),
                rectification.file().state(),
                rectification.round(),
                rectification.measure(),
                rectification.unitCode(),
                rectification.file().district(),
                rectification.problem(),
                rectification.issuedOn(),
                rectification.acceptBy(),
                rectification.dueOn(),
                rectification.report(),
                rectification.submittedOn());
    }
}
