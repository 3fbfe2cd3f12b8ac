package cn.sanming.migrant.platform.kernel;

import java.util.ArrayList;
import java.util.List;

/// What an aggregate answers to a command: carried out, or refused with all reasons.
public sealed interface Verdict {

    record Granted() implements Verdict {}

    record Refused(Refusal refusal) implements Verdict {}

    static Verdict granted() {
        return new Granted();
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

        /// Carries out the effect only when every guard holds.
        public Verdict then(Runnable effect) {
            if (reasons.isEmpty()) {
                effect.run();
            }
            return verdict();
        }
    }
}
