package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.EventJson;
import cn.sanming.migrant.platform.kernel.FollowUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The follow-ups of one case, in the order they were asked for.
final class FollowUpList {

    private long sequence;

    private @Nullable List<PendingFollowUp> pending;

    void add(String caseId, FollowUp next, CommandContext context) {
        if (pending == null) {
            pending = new ArrayList<>();
        }
        sequence++;
        pending.add(new PendingFollowUp(
                caseId + "#f" + sequence,
                next.step().name(),
                next.target(),
                EventJson.write(next.body()),
                next.onRefusal(),
                next.compensate() == null ? null : next.compensate().name(),
                Instant.now(),
                context.correlationId(),
                context.causationId(),
                context.traceparent(),
                0));
    }

    List<PendingFollowUp> pending() {
        return pending == null ? List.of() : List.copyOf(pending);
    }
}
