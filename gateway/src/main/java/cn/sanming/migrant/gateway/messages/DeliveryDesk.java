package cn.sanming.migrant.gateway.messages;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The operators' window: what could not be sent, why, and once more.
@Component
public class DeliveryDesk {

    private static final String ROLE = "OPS";

    private final MessageStore messages;
    private final InstantSource machine = InstantSource.system();

    DeliveryDesk(MessageStore messages) {
        this.messages = messages;
    }

    /// @param fault WeChat's own code, or ours
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeliveryView(
            String id,
            String kind,
            String state,
            int attempts,
            @Nullable String fault) {}

    public Outcome<Page<DeliveryView>> list(Actor actor, Stage stage, @Nullable String after, int limit) {
        if (!actor.has(ROLE)) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var page = Page.of(messages.inState(stage, after, limit + 1), limit, Message::id);
        var items = page.items().stream()
                .map(one -> new DeliveryView(one.id(), one.kind(), one.state().name(), one.attempts(), one.fault()))
                .toList();
        return Outcome.done(new Page<>(items, page.next()));
    }

    /// @param id of a dead letter
    public record Again(String id) {}

    public Outcome<Again> again(Actor actor, String id) {
        if (!actor.has(ROLE)) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        return messages.again(id, machine.instant()) ? Outcome.done(new Again(id)) : Outcome.notFound();
    }
}
