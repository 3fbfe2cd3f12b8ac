package cn.sanming.migrant.platform.embedded.documents;

import org.jspecify.annotations.Nullable;

/// Where the documents of a query may lie, one after the other.
interface Positions {

    /// @return nothing when there are no more
    @Nullable
    Object next();

    /// Holds on to nothing that would have to stay as it is.
    void pause();
}
