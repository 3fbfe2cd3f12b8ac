package cn.sanming.migrant.supervision.catalogue;

import java.util.List;

/// One of the 21 measures (措施) with its lead unit (牵头单位) and the units that answer for it (责任单位).
///
/// @param headline the indicator that says most about it
public record Measure(
        int no,
        String id,
        String chapter,
        String title,
        String english,
        String lead,
        List<String> responsible,
        String responsibleText,
        String headline) {

    /// Stands for all units that another measure names (相关责任单位, measure 20).
    static final String ALL_CONCERNED = "*";
}
