package cn.sanming.migrant.wage.injury;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the appraisal of labour capability needs to know of an injury.
public interface Injuries {

    /// @param recognised whether it is a work injury
    record Injury(
            String id,
            String personId,
            String employerUscc,
            @Nullable String district,
            boolean recognised) {}

    Optional<Injury> find(String injuryId);
}
