package cn.sanming.migrant.platform.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding with its grounds, kept with the case it decided: which rule, which steps, which dated figures.
public record Decision<R>(String rule, R result, List<RuleContext.Step> steps, List<UsedParameter> parameters) {

    /// A figure as it stood when the decision was made; a later change of policy does not reach it.
    public record UsedParameter(
            String id, @Nullable String value, String validFrom, String basis, boolean verified, String clause) {}
}
