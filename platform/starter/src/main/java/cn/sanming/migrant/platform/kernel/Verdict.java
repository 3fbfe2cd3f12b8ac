package cn.sanming.migrant.platform.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What an aggregate answers to a command: carried out, or refused with all reasons.
public sealed interface Verdict {

    /// @param followUps what is done once the change is saved, in this order
    record Granted(List<FollowUp> followUps) implements Verdict {
        public Granted {
            followUps = List.copyOf(followUps);
        }
    }

    record Refused(Refusal refusal) implements Verdict {}

    static Verdict granted() {
        return new Granted(List.of());
    }

    /// And then, after the save: a step that is harmless when repeated.
    default Verdict then(FollowUp next) {
        return switch (this) {
            case Granted(List<FollowUp> before) -> {
                var all = new ArrayList<>(before);
                all.add(next);
                yield new Granted(all);
            }
            case Refused _ -> this;
        };
    }

    default Verdict then(Step step, String target, Object body) {
        return then(FollowUp.of(step, target, body));
    }

    static Verdict refused(Refusal.Kind kind, Reason... reasons) {
        return new Refused(Refusal.of(kind, reasons));
    }

    static Verdict guardFailed(String... codes) {
        return new Refused(new Refusal(
                Refusal.Kind.GUARD_FAILED,
                List.of(codes).stream().map(Reason::of).toList(),
                null));
    }

    /// Collects every failed guard before it answers, in the order they are asked.
    static Guards guards() {
        return new Guards();
    }

    final class Guards {
        private final List<Reason> reasons = new ArrayList<>();

        private Guards() {}

        public Guards require(boolean holds, String code) {
            return require(holds, Reason.of(code));
        }

        public Guards require(boolean holds, Reason reason) {
            if (!holds) {
                reasons.add(reason);
            }
            return this;
        }

        public boolean hold() {
            return reasons.isEmpty();
        }

        public Verdict verdict() {
            return verdict(Refusal.Kind.GUARD_FAILED);
        }

        public Verdict verdict(Refusal.Kind kind) {
            return reasons.isEmpty() ? granted() : new Refused(new Refusal(kind, reasons, null));
        }

        /// Carries out an effect that may refuse itself, only when every guard holds.
        public Verdict thenTry(Supplier<Verdict> effect) {
            return reasons.isEmpty() ? effect.get() : verdict();
        }

        /// Carries out the effect only when every guard holds.
        public Verdict then(Runnable effect) {
            if (reasons.isEmpty()) {
                effect.run();
            }
            return verdict();
        }
    }
}
