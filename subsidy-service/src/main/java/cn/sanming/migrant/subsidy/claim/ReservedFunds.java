package cn.sanming.migrant.subsidy.claim;

import cn.sanming.migrant.platform.reference.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an approval stands on (资金占用): money of a budget, the rest under a cap, and what is granted only once.
public record ReservedFunds(String budget, @Nullable String cap, List<String> uniqueness, Money amount) {

    public boolean has(String purseOrMark) {
        return budget.equals(purseOrMark) || purseOrMark.equals(cap) || uniqueness.contains(purseOrMark);
    }
}
