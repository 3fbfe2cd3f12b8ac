package cn.sanming.migrant.platform.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The closed table of a case's life (状态机): a pair of state and command that is not in it does not exist.
public record Lifecycle(
        String machine,
        List<String> measures,
        String initial,
        List<String> terminal,
        List<String> states,
        List<Transition> transitions) {

    /// @param who       roles that may issue the command; `SYSTEM` is a scheduled job or the reaction to an event
    /// @param jointly   all of the roles have to agree, not any of them
    /// @param guard     what else must hold, in words; the aggregate checks it
    /// @param deadlines parameters that limit the time to act
    /// @param publishes type of the event this step publishes
    /// @param ifMatch   `required` where a stale view would hurt: money and decisions
    public record Transition(
            List<String> from,
            String command,
            String to,
            List<String> who,
            boolean jointly,
            @Nullable String guard,
            @Nullable List<String> deadlines,
            @Nullable String publishes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ifMatch) {}

    public Lifecycle {
        for (var transition : transitions) {
            if (!states.containsAll(transition.from()) || !states.contains(transition.to())) {
                throw new IllegalStateException(machine + "." + transition.command() + " names an unknown state");
            }
        }
        if (!states.contains(initial) || !states.containsAll(terminal)) {
            throw new IllegalStateException(machine + " begins or ends in an unknown state");
        }
    }

    public Optional<Transition> transition(String state, String command) {
        return transitions.stream()
                .filter(row -> row.command().equals(command) && row.from().contains(state))
                .findFirst();
    }

    public boolean knows(String command) {
        return transitions.stream().anyMatch(row -> row.command().equals(command));
    }

    /// Whether the command asks its caller for the version he has seen.
    public boolean asksForVersion(String command) {
        return transitions.stream().anyMatch(row -> row.command().equals(command) && "required".equals(row.ifMatch()));
    }

    /// Everybody who may issue the command in some state or other.
    public Set<String> whoEver(String command) {
        var roles = new LinkedHashSet<String>();
        transitions.stream().filter(row -> row.command().equals(command)).forEach(row -> roles.addAll(row.who()));
        return roles;
    }

    /// What can be done next in this state.
    public List<String> commandsFrom(String state) {
        return transitions.stream()
                .filter(row -> row.from().contains(state))
                .map(Transition::command)
                .toList();
    }
}
