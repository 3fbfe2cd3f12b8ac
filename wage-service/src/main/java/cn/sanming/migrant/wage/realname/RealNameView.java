package cn.sanming.migrant.wage.realname;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of the register. Lists count the days, a single entry names them.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RealNameView(
        String id,
        String projectId,
        String personId,
        String employerUscc,
        String contractId,
        String trade,
        LocalDate enteredOn,
        @Nullable LocalDate leftOn,
        int daysPresent,
        @Nullable List<LocalDate> days) {

    static RealNameView brief(RealNameEntry entry) {
        return of(entry, null);
    }

    static RealNameView full(RealNameEntry entry) {
        return of(entry, entry.days().stream().sorted().toList());
    }

    private static RealNameView of(RealNameEntry entry, @Nullable List<LocalDate> days) {
        return new RealNameView(
                entry.id(),
                entry.projectId(),
                entry.personId(),
                entry.employerUscc(),
                entry.contractId(),
                entry.trade(),
                entry.enteredOn(),
                entry.leftOn(),
                entry.days().size(),
                days);
    }
}
