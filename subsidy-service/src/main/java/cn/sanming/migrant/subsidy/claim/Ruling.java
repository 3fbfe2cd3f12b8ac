package cn.sanming.migrant.subsidy.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision on an application (审核决定) as it was taken: an appeal names its number, a later one does not change it.
///
/// @param claim      the facts it was taken on
/// @param assessment what the rule said that day, if it could be asked
/// @param reasons    why it was refused
/// @param ruleVersion which code of the rule decided
public record Ruling(
        int number,
        boolean granted,
        LocalDate decidedOn,
        String decidedBy,
        Claim claim,
        @Nullable Assessment assessment,
        List<String> reasons,
        String ruleVersion) {}
