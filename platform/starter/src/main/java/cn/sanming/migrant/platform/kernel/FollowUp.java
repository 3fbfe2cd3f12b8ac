package cn.sanming.migrant.platform.kernel;

import org.jspecify.annotations.Nullable;

/// What follows from a command once it is saved (后续动作): carried out at once, and again until it is done.
///
/// @param target     the id of the case or thing it is done to
/// @param body       what it needs to know; ids, dates and amounts only
/// @param compensate what is done to the case that asked, when the step is refused
public record FollowUp(
        Step step,
        String target,
        Object body,
        OnRefusal onRefusal,
        @Nullable Step compensate) {

    /// What it means that the step is refused.
    public enum OnRefusal {
        /// It has been done already, or is not needed any more.
        DONE,
        /// Another step puts it right.
        COMPENSATE,
        /// Somebody has to look at it.
        PARK
    }

    public static FollowUp of(Step step, String target, Object body) {
        return new FollowUp(step, target, body, OnRefusal.DONE, null);
    }

    public FollowUp orPark() {
        return new FollowUp(step, target, body, OnRefusal.PARK, null);
    }

    public FollowUp orElse(Step other) {
        return new FollowUp(step, target, body, OnRefusal.COMPENSATE, other);
    }
}
