package cn.sanming.migrant.wage.injury;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import cn.sanming.migrant.wage.register.Deadlines;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Until when an injury is reported and decided (工伤认定期限): thirty days for the employer, a year for the worker,
/// sixty or fifteen days for the decision; 工伤保险条例 art. 17, 20.
@PolicyRule(
        id = "INJURY_DEADLINES",
        measure = "M16",
        zh = "工伤认定期限",
        en = "Deadlines of a work-injury recognition",
        clause = "工伤保险条例 art. 17, 20")
public final class InjuryDeadlines implements Rule<InjuryDeadlines.Facts, InjuryDeadlines.Finding> {

    /// @param suspendedDays days the clock stood still, which are not counted
    public record Facts(
            LocalDate accidentOn,
            @Nullable LocalDate acceptedOn,
            @PositiveOrZero @Nullable Integer suspendedDays) {}

    /// What cannot be said before acceptance is left out.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            LocalDate employerFileBy,
            LocalDate workerFileBy,
            @Nullable LocalDate decideBy,
            @Nullable LocalDate decideByIfClear) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        return compute(facts, context, context.calendar()::rolled);
    }

    /// The same, also while the calendar of a later year is not published yet.
    static Finding provisional(Facts facts, RuleContext context) {
        return compute(facts, context, Deadlines.provisional(context.calendar()));
    }

    private static Finding compute(Facts facts, RuleContext context, UnaryOperator<LocalDate> rolled) {
        var figures = context.on(facts.accidentOn());
        int days = figures.integer("wage.injury.employer_days");
        int years = figures.integer("wage.injury.worker_years");
        var employer = rolled.apply(facts.accidentOn().plusDays(days));
        var worker = rolled.apply(Dates.addYears(facts.accidentOn(), years));
        context.step("工伤保险条例 art. 17", "the employer reports within days", days, employer, true);
        context.step("工伤保险条例 art. 17", "worker, relatives or union within years", years, worker, true);
        var accepted = facts.acceptedOn();
        if (accepted == null) {
            return new Finding(employer, worker, null, null);
        }
        var atAcceptance = context.on(accepted);
        int suspended = facts.suspendedDays() == null ? 0 : facts.suspendedDays();
        int decide = atAcceptance.integer("wage.injury.decide_days");
        int clear = atAcceptance.integer("wage.injury.clear_days");
        var decideBy = rolled.apply(accepted.plusDays(decide + suspended));
        var decideByIfClear = rolled.apply(accepted.plusDays(clear + suspended));
        context.step("工伤保险条例 art. 20", "decided within days of acceptance", decide, decideBy, true);
        context.step("工伤保险条例 art. 20", "a clear case within days", clear, decideByIfClear, true);
        return new Finding(employer, worker, decideBy, decideByIfClear);
    }
}
