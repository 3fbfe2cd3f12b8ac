package cn.sanming.migrant.legalaid.arbitration;

import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.UnfitFacts;
import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How long a claim may wait (仲裁时效): wages never lapse while the employment lasts and one year after its end; other
/// claims lapse one year after the worker knew. A complaint or claim starts the year anew.
@PolicyRule(id = "LIMITATION", measure = "M17", zh = "仲裁时效", en = "Limitation of claims", clause = "调解仲裁法第27条")
public final class Limitation implements Rule<Limitation.Facts, Limitation.Finding> {

    /// @param knownOn     when the worker knew or should have known; without it the end of the employment
    /// @param restartedOn the day of a complaint, claim or promise that interrupted the year
    public record Facts(
            String matter,
            @Nullable LocalDate employmentEndedOn,
            @Nullable LocalDate knownOn,
            @Nullable LocalDate restartedOn) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(@Nullable LocalDate lastDay) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        var begin = begin(facts, context);
        if (begin == null) {
            return new Finding(null);
        }
        var restarted = facts.restartedOn();
        if (restarted != null && restarted.isAfter(begin)) {
            context.step("调解仲裁法第27条第2款", "the year began anew on", begin, restarted, true);
            begin = restarted;
        }
        int years = context.on(begin).integer("dispute.limitation_years");
        var lastDay = context.calendar().rolled(Dates.addYears(begin, years));
        context.step("调解仲裁法第27条", "the last day to claim", lastDay, begin, true);
        return new Finding(lastDay);
    }

    private static @Nullable LocalDate begin(Facts facts, RuleContext context) {
        var ended = facts.employmentEndedOn();
        if (facts.matter().equals(ClaimKind.LABOUR_PAY.name())) {
            context.step("调解仲裁法第27条第4款", "for wages the year begins with the end of the employment", null, ended, true);
            return ended;
        }
        var known = facts.knownOn() == null ? ended : facts.knownOn();
        if (known == null) {
            throw new UnfitFacts(Reason.at("/known_on", "REQUIRED"));
        }
        context.step("调解仲裁法第27条第1款", "the year begins when the worker knows of it", null, known, true);
        return known;
    }
}
