package cn.sanming.migrant.wage.policy;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The day wages of a month are due (工资支付日): agreed, or the default day of the next month; 支付条例 art. 12, 14.
@PolicyRule(id = "PAYDAY", measure = "M15", zh = "工资支付日", en = "The day wages are due", clause = "支付条例 art. 12, 14")
public final class Payday implements Rule<Payday.Facts, Payday.Finding> {

    private static final String CLAUSE = "支付条例 art. 12, 14";

    /// @param agreedMonth `CURRENT`, the month of the work, or `NEXT`; a day agreed without a month means the next
    public record Facts(
            YearMonth period,
            @Nullable String agreedMonth,
            @Nullable Integer agreedDay) {}

    public record Finding(LocalDate nominalPayday, LocalDate effectiveDueDate) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        boolean agreed = facts.agreedDay() != null;
        int day =
                agreed ? facts.agreedDay() : context.on(facts.period().atDay(1)).integer("wage.payday.default_day");
        if (agreed && (day < 1 || day > 31)) {
            throw new UnfitFacts(Reason.at("/agreed_day", "INVALID_DAY").required("1..31", day));
        }
        var month = agreed ? month(facts) : facts.period().plusMonths(1);
        var nominal = month.atDay(Math.min(day, month.lengthOfMonth()));
        var due = context.calendar().previousWorkingDay(nominal);
        context.step(CLAUSE, "pay day agreed, else the default day of the next month", agreed, nominal, true);
        context.step(CLAUSE, "on a rest day or holiday wages are due the working day before", nominal, due, true);
        return new Finding(nominal, due);
    }

    private static YearMonth month(Facts facts) {
        return switch (facts.agreedMonth()) {
            case "CURRENT" -> facts.period();
            case "NEXT" -> facts.period().plusMonths(1);
            case null -> facts.period().plusMonths(1);
            case String other ->
                throw new UnfitFacts(
                        Reason.at("/agreed_month", "INVALID_CHOICE").required("CURRENT|NEXT", other));
        };
    }
}
