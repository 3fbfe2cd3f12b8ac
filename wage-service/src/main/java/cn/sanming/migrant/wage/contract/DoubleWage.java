package cn.sanming.migrant.wage.contract;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The second wage an employer owes without a written contract (二倍工资): from the day the first month is reached, for
/// eleven months at most; 劳动合同法 art. 10, 14, 82, 实施条例 art. 6, 7.
@PolicyRule(
        id = "CONTRACT_DOUBLE_WAGE",
        measure = "M14",
        zh = "未签订书面劳动合同的二倍工资",
        en = "Double wage without a written contract",
        clause = "劳动合同法 art. 10, 14, 82; 实施条例 art. 6, 7")
public final class DoubleWage implements Rule<DoubleWage.Facts, DoubleWage.Finding> {

    private static final String CLAUSE = "劳动合同法 art. 82; 实施条例 art. 6, 7";

    /// @param asOf today if nothing is said
    public record Facts(
            LocalDate employmentStart,
            @Nullable LocalDate contractSignedOn,
            @Nullable LocalDate asOf,
            Money monthlyWage) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(
            LocalDate firstDoubleDay,
            @Nullable LocalDate lastDoubleDay,
            Money extraWage,
            boolean openEndedContractDeemed) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var figures = context.on(facts.employmentStart());
        var first = Dates.addMonths(facts.employmentStart(), figures.integer("wage.contract.sign_months"));
        var limit = Dates.addMonths(facts.employmentStart(), figures.integer("wage.contract.double_until_months"));
        var asOf = facts.asOf() == null ? context.today() : facts.asOf();
        var signed = facts.contractSignedOn();
        var open = signed == null ? asOf.plusDays(1) : signed;
        var stop = open.isBefore(limit) ? open : limit;
        boolean owed = first.isBefore(stop);
        boolean deemed = (signed == null || signed.isAfter(limit)) && !asOf.isBefore(limit);
        context.step(CLAUSE, "signed on or before the day one month is reached", first, signed, !owed);
        context.step("劳动合同法 art. 14", "signed before an open-ended contract is deemed", limit, signed, !deemed);
        return owed
                ? new Finding(first, stop.minusDays(1), extraWage(facts.monthlyWage(), first, stop), deemed)
                : new Finding(first, null, Money.ZERO, deemed);
    }

    /// Each calendar month is a line of its own, rounded once.
    private static Money extraWage(Money monthly, LocalDate from, LocalDate until) {
        var total = Money.ZERO;
        for (var day = from; day.isBefore(until); ) {
            var month = YearMonth.from(day);
            var next = month.plusMonths(1).atDay(1);
            var end = next.isBefore(until) ? next : until;
            var days = BigDecimal.valueOf(ChronoUnit.DAYS.between(day, end));
            var length = BigDecimal.valueOf(month.lengthOfMonth());
            total = total.plus(Money.of(monthly.amount().multiply(days).divide(length, 2, RoundingMode.HALF_UP)));
            day = end;
        }
        return total;
    }
}
