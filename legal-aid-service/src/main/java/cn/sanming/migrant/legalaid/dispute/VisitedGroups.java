package cn.sanming.migrant.legalaid.dispute;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the commission needs to know of groups that legal aid has visited: their workers may apply together.
public interface VisitedGroups {

    /// @param visitId an accepted visit; @param personIds the workers whose applications were taken
    record Group(
            String visitId,
            String groupId,
            List<String> personIds,
            @Nullable String employerUscc,
            String district) {}

    /// The group of a visit that has been accepted.
    Optional<Group> find(String visitId);
}
