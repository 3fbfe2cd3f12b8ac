package cn.sanming.migrant.legalaid.aid;

import java.util.Set;
import java.util.stream.Collectors;

/// Where a legal-aid case stands (援助案件状态), as in the life cycle `LegalAidCase`.
enum AidState {
    SUBMITTED,
    MATERIAL_REQUESTED,
    WITHDRAWN,
    ADVANCED,
    GRANTED,
    REFUSED,
    OBJECTION,
    REFUSED_FINAL,
    ASSIGNED,
    IN_PROGRESS,
    CLOSED,
    TERMINATED;

    /// An officer has to do the next step: these cases stand in the queue.
    static final Set<AidState> WAITING = Set.of(SUBMITTED, ADVANCED, GRANTED);

    /// Not ended, so that news about the employer still matters.
    static final Set<AidState> OPEN =
            Set.of(SUBMITTED, MATERIAL_REQUESTED, ADVANCED, GRANTED, REFUSED, OBJECTION, ASSIGNED, IN_PROGRESS);

    static Set<String> names(Set<AidState> states) {
        return states.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
