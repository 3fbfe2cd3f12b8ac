package cn.sanming.migrant.subsidy.post;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.MinimumWages;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The subsidy of a public-welfare post (岗位补贴和社会保险补贴): the local minimum wage by days in post, plus what the
/// employer actually paid for pension, medical and unemployment insurance; measure 2.
@PolicyRule(
        id = "POST_SUBSIDY",
        measure = "M02",
        zh = "公益性岗位补贴和社会保险补贴",
        en = "Post and insurance subsidy of a public-welfare post",
        clause = "measure 2: 按当地最低工资标准给予岗位补贴")
public final class PostSubsidy implements Rule<PostSubsidy.Facts, PostSubsidy.Finding> {

    private static final String CLAUSE = "measure 2";

    public record Facts(List<Month> months) {}

    /// @param localMinimumWage the figure of that month; without it the table of the district is read
    /// @param wagePaid         what the worker got for the days in post, if known
    public record Month(
            YearMonth month,
            @Nullable String district,
            @Nullable Money localMinimumWage,
            int daysInPost,
            @Nullable Money pensionEmployer,
            @Nullable Money medicalEmployer,
            @Nullable Money unemploymentEmployer,
            @Nullable Money wagePaid) {

        /// The same month with the minimum wage of a district instead of the one that was stated.
        public Month paidIn(String where) {
            return new Month(
                    month, where, null, daysInPost, pensionEmployer, medicalEmployer, unemploymentEmployer, wagePaid);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            YearMonth month,
            Money postSubsidy,
            Money insuranceSubsidy,
            Money total,
            @Nullable String error) {}

    public record Finding(List<Line> lines, Money postSubsidyTotal, Money insuranceSubsidyTotal, Money total) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        if (facts.months().isEmpty()) {
            throw new UnfitFacts(Reason.at("/months", "REQUIRED"));
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < facts.months().size(); i++) {
            lines.add(line(facts.months().get(i), "/months/" + i, context));
        }
        return new Finding(
                List.copyOf(lines),
                Money.sum(lines.stream().map(Line::postSubsidy)),
                Money.sum(lines.stream().map(Line::insuranceSubsidy)),
                Money.sum(lines.stream().map(Line::total)));
    }

    private static Line line(Month month, String pointer, RuleContext context) {
        int days = month.month().lengthOfMonth();
        if (month.daysInPost() < 0 || month.daysInPost() > days) {
            throw new UnfitFacts(Reason.at(pointer + "/days_in_post", "DAYS_NOT_IN_MONTH")
                    .required("0.." + days, month.daysInPost()));
        }
        var post = prorated(minimum(month, pointer), month.daysInPost(), days);
        var paid = month.wagePaid();
        var lawful = paid == null
                || context.step(
                        "最低工资规定", "the worker was paid at least the minimum wage", post, paid, paid.atLeast(post));
        if (!lawful) {
            return new Line(month.month(), Money.ZERO, Money.ZERO, Money.ZERO, "WAGE_BELOW_MINIMUM");
        }
        var insurance = paidOrZero(month.pensionEmployer())
                .plus(paidOrZero(month.medicalEmployer()))
                .plus(paidOrZero(month.unemploymentEmployer()));
        context.step(
                CLAUSE, "minimum wage by days in post, " + month.month(), month.daysInPost() + "/" + days, post, true);
        return new Line(month.month(), post, insurance, post.plus(insurance), null);
    }

    private static Money prorated(Money minimum, int daysInPost, int daysOfMonth) {
        return Money.of(minimum.amount()
                .multiply(BigDecimal.valueOf(daysInPost))
                .divide(BigDecimal.valueOf(daysOfMonth), 2, RoundingMode.HALF_UP));
    }

    private static Money minimum(Month month, String pointer) {
        if (month.localMinimumWage() != null) {
            return month.localMinimumWage();
        }
        if (month.district() == null) {
            throw new UnfitFacts(Reason.at(pointer + "/local_minimum_wage", "REQUIRED"));
        }
        return MinimumWages.fujian().monthly(month.district(), month.month().atDay(1));
    }

    private static Money paidOrZero(@Nullable Money amount) {
        return amount == null ? Money.ZERO : amount;
    }
}
