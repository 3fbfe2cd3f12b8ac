package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.legalaid.arbitration.FinalAward;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the commission awarded (裁决): the items, whether it is final and why, and until when one may go to court.
///
/// @param partial            先行裁决: a part is awarded ahead of the rest
/// @param advanceEnforcement 先予执行 (art. 44), without security from the worker
record Award(
        List<Claim> items,
        Money amount,
        Decision<FinalAward.Finding> finality,
        LocalDate awardedOn,
        LocalDate sueUntil,
        LocalDate annulUntil,
        @Nullable LocalDate performBy,
        boolean partial,
        boolean advanceEnforcement) {

    boolean isFinal() {
        return finality.result().isFinal();
    }
}
