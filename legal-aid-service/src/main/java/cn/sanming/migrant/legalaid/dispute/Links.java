package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a dispute has to do with cases elsewhere (协调联动): the group visit it came from, arrears and cases of the
/// inspection, its decision taken over, injuries recognised since, and the result of the court.
record Links(
        @Nullable String visitId,
        @Nullable String groupId,
        List<String> arrearsIds,
        List<String> arrearsCaseIds,
        List<String> injuryIds,
        @Nullable Findings findings,
        @Nullable CourtResult court) {

    /// What a final decision of the labour inspection found.
    record Findings(String caseId, LocalDate decidedOn, Money amount) {}

    record CourtResult(String courtCase, String result, LocalDate decidedOn) {}

    Links withArrearsCase(String caseId) {
        return new Links(visitId, groupId, arrearsIds, plus(arrearsCaseIds, caseId), injuryIds, findings, court);
    }

    Links withInjury(String injuryId) {
        return new Links(visitId, groupId, arrearsIds, arrearsCaseIds, plus(injuryIds, injuryId), findings, court);
    }

    Links with(Findings taken) {
        return new Links(visitId, groupId, arrearsIds, plus(arrearsCaseIds, taken.caseId()), injuryIds, taken, court);
    }

    Links with(CourtResult result) {
        return new Links(visitId, groupId, arrearsIds, arrearsCaseIds, injuryIds, findings, result);
    }

    private static List<String> plus(List<String> ids, String id) {
        if (ids.contains(id)) {
            return ids;
        }
        var more = new ArrayList<>(ids);
        more.add(id);
        return List.copyOf(more);
    }
}
