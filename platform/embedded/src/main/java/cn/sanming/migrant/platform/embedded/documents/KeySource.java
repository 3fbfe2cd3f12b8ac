package cn.sanming.migrant.platform.embedded.documents;

import cn.sanming.migrant.platform.embedded.storage.StoreMap;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sorted keys that lead to documents. It may name too many documents for a query, never too few: whatever it names is
/// held against the query afterwards.
sealed interface KeySource permits KeyIndex, IdKeys {

    /// The paths whose values make up the beginning of each key, in order.
    List<String> paths();

    /// Whether documents that have none of the paths are left out.
    boolean leavesOut();

    /// Whether it has nothing to say to queries, because it knows only a part of the documents.
    boolean isPartial();

    /// Whether one document can have many keys.
    boolean isMultikey();

    /// Whether the position of the document is the last part of each key.
    boolean endsWithPosition();

    /// From one list of values to the other, both included; an empty list is the end of the keys.
    Iterator<StoreMap.Entry> between(@Nullable Object from, @Nullable Object to, boolean descending);

    /// A key between two others.
    @Nullable
    Object within(@Nullable Object from, @Nullable Object to, double part);

    Object position(StoreMap.Entry entry);
}
