package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Reason;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What must hold before a command is open, whatever is said with it (办理条件): the dispatcher asks it, and so does
/// the list of what can be done.
///
/// @param code of the reason given when it does not hold
public record Condition<A extends CaseAggregate>(
        String code, @Nullable String clause, BiPredicate<A, CommandContext> holds) {

    public static <A extends CaseAggregate> Condition<A> of(String code, Predicate<A> holds) {
        return new Condition<>(code, null, (subject, _) -> holds.test(subject));
    }

    public static <A extends CaseAggregate> Condition<A> of(String code, String clause, Predicate<A> holds) {
        return new Condition<>(code, clause, (subject, _) -> holds.test(subject));
    }

    Reason reason() {
        var reason = Reason.of(code);
        return clause == null ? reason : reason.clause(clause);
    }
}
