package cn.sanming.migrant.platform.kernel;

import java.util.List;

/// Facts that contradict each other or leave out what the rule needs: bad input, not a refusal.
public final class UnfitFacts extends RuntimeException {

    private final transient List<Reason> reasons;

    public UnfitFacts(Reason... reasons) {
        super("facts do not fit the rule", null, false, false);
        this.reasons = List.of(reasons);
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
