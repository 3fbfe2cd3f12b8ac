package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.legalaid.aid.Matter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group visit as its workers and the officers see it.
///
/// @param visitOffered whether rule GROUP_VISIT offers it, or it is at the officer's choice
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitView(
        String id,
        @Nullable String reference,
        String state,
        @Nullable String district,
        String groupId,
        int workers,
        List<String> personIds,
        Matter matter,
        @Nullable String employerUscc,
        boolean visitOffered,
        String place,
        GroupVisit.Kind kind,
        LocalDate requestedOn,
        LocalDate scheduleBy,
        @Nullable LocalDate visitOn,
        @Nullable List<String> caseIds) {

    static VisitView of(GroupVisit visit) {
        return new VisitView(
                visit.id,
                visit.reference,
                visit.file.state(),
                visit.file.district(),
                visit.groupId,
                visit.personIds.size(),
                visit.personIds,
                visit.matter,
                visit.employerUscc,
                visit.offered,
                visit.place,
                visit.kind,
                visit.requestedOn,
                visit.scheduleBy,
                visit.visitOn,
                visit.caseIds);
    }
}
