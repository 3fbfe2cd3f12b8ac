package cn.sanming.migrant.platform.events;

import java.util.Map;

/// Some reactions to an event failed, by their ids; the others have happened.
final class ReactionsFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Map<String, RuntimeException> failures;

    ReactionsFailed(Map<String, RuntimeException> failures) {
        super(failures.keySet().toString(), failures.values().iterator().next());
        this.failures = Map.copyOf(failures);
    }

    Map<String, RuntimeException> failures() {
        return failures;
    }
}
