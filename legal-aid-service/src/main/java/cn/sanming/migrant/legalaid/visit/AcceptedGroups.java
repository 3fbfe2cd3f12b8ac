package cn.sanming.migrant.legalaid.visit;

import cn.sanming.migrant.legalaid.dispute.VisitedGroups;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tells the commission which groups have been visited and accepted (已受理群体).
@Component
class AcceptedGroups implements VisitedGroups {

    private final VisitDesk desk;

    AcceptedGroups(VisitDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<Group> find(String visitId) {
        return desk.find(visitId)
                .filter(visit -> visit.file.is(VisitState.ACCEPTED))
                .map(visit -> new Group(
                        visit.id,
                        visit.groupId,
                        visit.personIds,
                        visit.employerUscc,
                        String.valueOf(visit.file.district())));
    }
}
