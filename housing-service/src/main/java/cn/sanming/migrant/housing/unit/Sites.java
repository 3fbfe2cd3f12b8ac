package cn.sanming.migrant.housing.unit;

import java.util.Optional;

/// What units need to know of the projects they stand in.
public interface Sites {

    /// @param registering units may still be entered; @param inUse they may be let
    record Site(String district, UnitKind kind, boolean registering, boolean inUse) {}

    Optional<Site> find(String projectId);
}
