package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a vacancy must not say (就业歧视): no condition on ethnicity, race, sex or religion, and no fee from the
/// seeker. The officer finds it, the rule names the error; 人力资源市场暂行条例 art. 24.
@PolicyRule(
        id = "VACANCY_CONTENT",
        measure = "M01",
        zh = "招聘信息不得含歧视性内容或向求职者收费",
        en = "A vacancy neither discriminates nor charges the seeker",
        clause = "人力资源市场暂行条例 art. 24")
final class VacancyContent implements Rule<VacancyContent.Facts, VacancyContent.Finding> {

    /// What the officer found in the text.
    enum Fault {
        NONE(null),
        ETHNICITY("DISCRIMINATORY_CONTENT"),
        RACE("DISCRIMINATORY_CONTENT"),
        SEX("DISCRIMINATORY_CONTENT"),
        RELIGION("DISCRIMINATORY_CONTENT"),
        FEE("FEE_FROM_SEEKER"),
        FEE_FROM_SEEKER("FEE_FROM_SEEKER");

        private final @Nullable String error;

        Fault(@Nullable String error) {
            this.error = error;
        }
    }

    record Facts(@Nullable String text, @Nullable Fault officerFinding) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Finding(boolean accepted, @Nullable String error, VacancyState stateAfter) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var fault = facts.officerFinding() == null ? Fault.NONE : facts.officerFinding();
        var accepted = context.step(
                "人力资源市场暂行条例 art. 24",
                "no condition on ethnicity, race, sex or religion and no fee from the seeker",
                Fault.NONE,
                fault,
                fault == Fault.NONE);
        return new Finding(accepted, fault.error, accepted ? VacancyState.PUBLISHED : VacancyState.REJECTED);
    }
}
