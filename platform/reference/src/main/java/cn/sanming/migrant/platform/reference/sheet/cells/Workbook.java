package cn.sanming.migrant.platform.reference.sheet.cells;

import java.util.List;
import java.util.function.Predicate;

/// A file of sheets that can be walked through more than once; nothing but the current row is held.
public interface Workbook {

    /// The names of the sheets that somebody sees who opens the file, in their order.
    List<String> tabs();

    /// @param visitor gets one row after the other and says whether to go on
    void rows(int tab, Predicate<RawRow> visitor);
}
