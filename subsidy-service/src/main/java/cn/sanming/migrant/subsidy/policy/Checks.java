package cn.sanming.migrant.subsidy.policy;

import cn.sanming.migrant.platform.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The predicates of a rule in their order (审核条件): each leaves a step, and those that fail leave their code.
public final class Checks {

    private final RuleContext context;
    private final List<String> failed = new ArrayList<>();

    public Checks(RuleContext context) {
        this.context = context;
    }

    /// @param code what to answer if it does not hold; it also names the step
    public Checks that(String code, String clause, @Nullable Object required, @Nullable Object found, boolean holds) {
        if (!context.step(clause, "not " + code, required, found, holds)) {
            failed.add(code);
        }
        return this;
    }

    public boolean hold() {
        return failed.isEmpty();
    }

    public List<String> failed() {
        return List.copyOf(failed);
    }
}
