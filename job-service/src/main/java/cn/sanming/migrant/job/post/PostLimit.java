package cn.sanming.migrant.job.post;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/// How long a public-welfare post is subsidised (公益性岗位补贴期限): three years, or until retirement for those who have
/// less than five years to go; 人社部发〔2019〕124号.
@PolicyRule(
        id = "POST_LIMIT",
        measure = "M02",
        zh = "公益性岗位补贴期限",
        en = "How long a public-welfare post is subsidised",
        clause = "人社部发〔2019〕124号")
final class PostLimit implements Rule<PostLimit.Facts, PostLimit.Finding> {

    private static final String CLAUSE = "人社部发〔2019〕124号";

    /// Which of the two limits holds.
    enum Limit {
        @JsonProperty("36_MONTHS")
        MONTHS_36,
        UNTIL_RETIREMENT
    }

    record Facts(LocalDate firstStart, LocalDate retirementDate) {}

    record Finding(Limit limit, LocalDate lastSubsidisedDay) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.firstStart());
        var near = Dates.addYears(facts.firstStart(), figures.integer("job.post.near_retirement_years"));
        var untilRetirement = context.step(
                CLAUSE,
                "less than the years near retirement are left when the first post begins",
                near,
                facts.retirementDate(),
                near.isAfter(facts.retirementDate()));
        if (untilRetirement) {
            return new Finding(Limit.UNTIL_RETIREMENT, facts.retirementDate().minusDays(1));
        }
        int months = figures.integer("job.post.max_months");
        return new Finding(
                Limit.MONTHS_36, Dates.addMonths(facts.firstStart(), months).minusDays(1));
    }
}
