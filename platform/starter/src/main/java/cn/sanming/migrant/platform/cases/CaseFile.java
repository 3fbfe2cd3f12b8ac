package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.events.Outbox;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.kernel.FollowUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What every case carries (案卷): state, district, history and outbox. An aggregate has one; it extends nothing.
/// Nothing in it grows without bound: old entries of the history move out, keys and follow-ups come and go.
public final class CaseFile {

    /// Entries of the history that stay in the document.
    static final int KEPT_ENTRIES = 64;

    /// A person acts once or twice on a case, officers are few; crowds are not asked for four eyes.
    private static final int KEPT_USERS = 64;

    private final String caseId;

    private String state;

    private final @Nullable String district;

    private final Instant createdAt;

    private final String createdBy;

    private List<Entry> history;

    private final Outbox outbox;

    /// How many entries have moved out of the document.
    private int archived;

    /// The last entry of each command, whatever has moved out.
    private @Nullable Map<String, Entry> latest;

    private @Nullable Map<String, Set<String>> acted;

    private @Nullable RequestLog requests;

    private @Nullable FollowUpList followUps;

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
        var file = new CaseFile(
                caseId, initial.name(), district, context.at(), context.actor().id(), new ArrayList<>(), new Outbox());
        if (context.key() != null) {
            file.requests().openedBy(context.key(), context.at());
        }
        return file;
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

    /// Records what has to follow; it is saved with the case and done right after.
    public void follow(FollowUp next, CommandContext context) {
        if (followUps == null) {
            followUps = new FollowUpList();
        }
        followUps.add(caseId, next, context);
    }

    /// Moves to the next state. Only the dispatcher calls this, after it has asked the life cycle.
    public void move(String command, String to, String role, CommandContext context, @Nullable String note) {
        var entry = new Entry(command, state, to, context.actor().id(), role, context.at(), note);
        history.add(entry);
        if (latest == null) {
            latest = new LinkedHashMap<>();
        }
        latest.put(command, entry);
        if (acted == null) {
            acted = new LinkedHashMap<>();
        }
        var users = acted.computeIfAbsent(command, _ -> new TreeSet<>());
        if (context.actor().workerId() == null && users.size() < KEPT_USERS) {
            users.add(entry.by());
        }
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
        return Optional.ofNullable(latest == null ? null : latest.get(command));
    }

    /// Four eyes (职责分离): whether this user already carried out one of the commands on this case.
    public boolean hasActed(String user, String... commands) {
        var wanted = List.of(commands);
        return history.stream().anyMatch(entry -> entry.by().equals(user) && wanted.contains(entry.command()))
                || acted != null
                        && wanted.stream().anyMatch(command -> acted.getOrDefault(command, Set.of())
                                .contains(user));
    }

    /// The entries that no longer fit, with the number of the first; they are kept elsewhere before the case is saved.
    Map<Integer, Entry> overflow() {
        var old = new LinkedHashMap<Integer, Entry>();
        for (int i = 0; i < history.size() - KEPT_ENTRIES; i++) {
            old.put(archived + i, history.get(i));
        }
        return old;
    }

    void forgetOverflow() {
        int many = history.size() - KEPT_ENTRIES;
        if (many > 0) {
            history = new ArrayList<>(history.subList(many, history.size()));
            archived += many;
        }
    }

    RequestLog requests() {
        if (requests == null) {
            requests = new RequestLog();
        }
        return requests;
    }

    List<PendingFollowUp> followUps() {
        return followUps == null ? List.of() : followUps.pending();
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

    /// The latest entries; earlier ones are in the archive of histories.
    public List<Entry> history() {
        return List.copyOf(history);
    }

    int archived() {
        return archived;
    }

    public Outbox outbox() {
        return outbox;
    }
}
