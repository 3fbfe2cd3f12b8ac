package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.FollowUp;
import cn.sanming.migrant.platform.kernel.Step;
import java.util.Locale;

/// What can be asked of a kind of case (办理动作), as a constant of its desk. Its name is the operation's id in the
/// API's description: verb, then kind of case, as in `confirmPayroll`; found by searching for it.
///
/// @param <A> the kind of case @param <B> what must be said with it
public final class Command<A extends CaseAggregate, B> implements Step {

    private final String operation;
    private final Class<B> body;

    /// The body of commands that need none.
    public record Nothing() {
        static final Nothing VALUE = new Nothing();
    }

    /// The body of commands that need a reason (理由), which is kept in the history.
    public record Because(String reason) {}

    private Command(String operation, Class<B> body) {
        this.operation = operation;
        this.body = body;
    }

    public static <A extends CaseAggregate, B> Command<A, B> of(String operation, Class<B> body) {
        return new Command<>(operation, body);
    }

    /// A command that needs nothing to be said.
    public static <A extends CaseAggregate> Command<A, Nothing> of(String operation) {
        return new Command<>(operation, Nothing.class);
    }

    /// A command that needs a reason.
    public static <A extends CaseAggregate> Command<A, Because> because(String operation) {
        return new Command<>(operation, Because.class);
    }

    @Override
    public String name() {
        return operation;
    }

    Class<B> body() {
        return body;
    }

    /// The command's name in the life cycle and in paths: `confirmPayroll` of a Payroll is `confirm`.
    String in(String machine) {
        if (!operation.endsWith(machine) || operation.length() == machine.length()) {
            throw new IllegalStateException(operation + " does not end with the kind of case, " + machine);
        }
        var verb = operation.substring(0, operation.length() - machine.length());
        return verb.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /// This command as what follows from another.
    public FollowUp on(String caseId, B said) {
        return FollowUp.of(this, caseId, said);
    }

    @Override
    public String toString() {
        return operation;
    }
}
