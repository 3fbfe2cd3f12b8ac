package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.FollowUp;
import cn.sanming.migrant.platform.kernel.Step;

/// What a saved case does to something that is no case, such as a home it gives back (后续效果). Harmless when repeated.
///
/// @param name as verb and thing, such as `releaseHome`; it stays
/// @param body what must be known; ids, dates and amounts only
public record Effect<B>(String name, Class<B> body) implements Step {

    /// Carries it out; an exception means that it comes again.
    @FunctionalInterface
    public interface Handler<B> {
        void carryOut(String target, B body, CommandContext context);
    }

    public static <B> Effect<B> of(String name, Class<B> body) {
        return new Effect<>(name, body);
    }

    public FollowUp on(String target, B said) {
        return FollowUp.of(this, target, said);
    }
}
