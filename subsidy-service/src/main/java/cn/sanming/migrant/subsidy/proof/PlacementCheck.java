package cn.sanming.migrant.subsidy.proof;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The question to the job department (就业查验) about a placement we have not heard of.
public interface PlacementCheck {

    /// @return the placement, if the department knows it under this id for the same person, employer and agency
    Optional<Proofs.Placed> ask(@Nullable String placementId, String person, String employer, String agency);
}
