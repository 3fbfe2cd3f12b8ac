package cn.sanming.migrant.platform.embedded;

import java.util.List;

/// An index that can say where the documents of a query may lie. It may name too many, never too few: whatever it
/// names is checked against the query afterwards.
sealed interface SearchableIndex permits UniqueKeys, SortedKeys {

    /// The paths whose values make up the beginning of each key, in order.
    List<String> paths();

    /// Whether documents that have none of the paths are left out.
    boolean leavesOut();

    /// Whether some document has arrays or documents on the paths, so that one document has many keys, or a coarse one.
    boolean loose();

    /// Positions of the keys from one to the other, in the order of the keys.
    Iterable<Object> positions(List<Object> from, List<Object> to, boolean descending);
}
