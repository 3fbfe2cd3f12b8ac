package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.events.Outbox;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every case carries (案卷): state, district, history and outbox. An aggregate has one; it extends nothing.
public final class CaseFile {

    private final String caseId;

    private String state;

    private final @Nullable String district;

    private final Instant createdAt;

    private final String createdBy;

    private final List<Entry> history;

    private final Outbox outbox;

    /// @param role the role the actor had on this case; @param note the reason given, if the command asks for one
    public record Entry(
            String command,
            String from,
            String to,
            String by,
            String role,
            Instant at,
            @Nullable String note) {}

    public static CaseFile opened(String caseId, Enum<?> initial, @Nullable String district, CommandContext context) {
        return new CaseFile(
                caseId, initial.name(), district, context.at(), context.actor().id(), new ArrayList<>(), new Outbox());
    }

    CaseFile(
            String caseId,
            String state,
            @Nullable String district,
            Instant createdAt,
            String createdBy,
            List<Entry> history,
            Outbox outbox) {
        this.caseId = caseId;
        this.state = state;
        this.district = district;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.history = history;
        this.outbox = outbox;
    }

    /// Records what happened; it leaves with the next save of the case.
    public void record(DomainEvent event, CommandContext context) {
        outbox.add(caseId, event, context, district);
    }

    /// Moves to the next state. Only the desk's dispatcher calls this, after it has asked the life cycle.
    public void move(String command, String to, String role, CommandContext context, @Nullable String note) {
        history.add(new Entry(command, state, to, context.actor().id(), role, context.at(), note));
        state = to;
    }

    public boolean is(Enum<?>... states) {
        for (var candidate : states) {
            if (candidate.name().equals(state)) {
                return true;
            }
        }
        return false;
    }

    /// The last time a command was carried out, if ever: who did it and when.
    public Optional<Entry> last(String command) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).command().equals(command)) {
                return Optional.of(history.get(i));
            }
        }
        return Optional.empty();
    }

    /// Four eyes (职责分离): whether this user already carried out one of the commands on this case.
    public boolean hasActed(String user, String... commands) {
        var wanted = List.of(commands);
        return history.stream().anyMatch(entry -> entry.by().equals(user) && wanted.contains(entry.command()));
    }

    public String state() {
        return state;
    }

    public @Nullable String district() {
        return district;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public List<Entry> history() {
        return List.copyOf(history);
    }

    public Outbox outbox() {
        return outbox;
    }
}
