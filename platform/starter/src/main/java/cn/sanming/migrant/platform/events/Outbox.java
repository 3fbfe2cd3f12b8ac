package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events a case still owes the world (发件箱), saved in the same write as the change that caused them.
public final class Outbox {

    private long sequence;

    private @Nullable List<PendingEvent> pending;

    public void add(String caseId, DomainEvent event, CommandContext context, @Nullable String district) {
        sequence++;
        if (pending == null) {
            pending = new ArrayList<>();
        }
        var type = EventJson.typeOf(event.getClass());
        var id = UUID.nameUUIDFromBytes((caseId + '#' + sequence + '#' + type).getBytes(StandardCharsets.UTF_8));
        pending.add(new PendingEvent(
                id.toString(),
                type,
                event.subject(),
                context.at(),
                sequence,
                district,
                context.correlationId(),
                context.causationId(),
                context.traceparent(),
                EventJson.write(event)));
    }

    public List<PendingEvent> pending() {
        return pending == null ? List.of() : List.copyOf(pending);
    }

    public long sequence() {
        return sequence;
    }
}
