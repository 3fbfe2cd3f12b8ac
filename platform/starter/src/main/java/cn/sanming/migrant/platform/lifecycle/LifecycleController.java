package cn.sanming.migrant.platform.lifecycle;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Every life cycle of the service as data, and the question whether a command would be allowed and why not.
@RestController
@RequestMapping("/api/v1/${migrant.area}/lifecycles")
class LifecycleController {

    private static final Set<String> PEOPLE = Set.of("accepted_by", "reviewed_by", "approved_by", "submitted_by");

    private final Lifecycles lifecycles;

    LifecycleController(Lifecycles lifecycles) {
        this.lifecycles = lifecycles;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Check(boolean allowed, int httpStatus, @Nullable String error, String stateAfter, List<String> details) {}

    @GetMapping
    Map<String, Object> all() {
        return Map.of("items", lifecycles.all().stream().map(Lifecycle::machine).toList());
    }

    @GetMapping("/{machine}")
    Outcome<Lifecycle> one(@PathVariable String machine) {
        return lifecycles.find(machine).map(Outcome::done).orElseGet(LifecycleController::unknown);
    }

    /// @param body `state`, `command`, optionally `actor` (a role), `unmet` guards, and for four eyes the `user`
    /// and who acted before
    @PostMapping("/{machine}/checks")
    Outcome<Check> check(@PathVariable String machine, @RequestBody JsonNode body) {
        return lifecycles
                .find(machine)
                .map(lifecycle -> check(lifecycle, body))
                .orElseGet(LifecycleController::unknown);
    }

    private Outcome<Check> check(Lifecycle lifecycle, JsonNode body) {
        var state = text(body, "state");
        var command = text(body, "command");
        var faults = new ArrayList<Reason>();
        if (state == null || !lifecycle.states().contains(state)) {
            faults.add(Reason.at("/state", state == null ? "REQUIRED" : "UNKNOWN_STATE")
                    .required(lifecycle.states(), state));
        }
        if (command == null) {
            faults.add(Reason.at("/command", "REQUIRED"));
        }
        if (state == null || command == null || !faults.isEmpty()) {
            return Outcome.refused(new Refusal(Refusal.Kind.VALIDATION, faults, null));
        }
        return Outcome.done(answer(lifecycle, state, command, body));
    }

    private static Check answer(Lifecycle lifecycle, String state, String command, JsonNode body) {
        var actor = text(body, "actor");
        if (actor != null
                && lifecycle.knows(command)
                && !lifecycle.whoEver(command).contains(actor)) {
            return new Check(false, 403, "FORBIDDEN_ROLE", state, List.copyOf(lifecycle.whoEver(command)));
        }
        var row = lifecycle.transition(state, command);
        if (row.isEmpty()) {
            return new Check(false, 409, "ILLEGAL_TRANSITION", state, lifecycle.commandsFrom(state));
        }
        if (actor != null && !row.get().who().contains(actor)) {
            return new Check(false, 403, "FORBIDDEN_ROLE", state, row.get().who());
        }
        var same = samePerson(body);
        if (!same.isEmpty()) {
            return new Check(false, 403, "FOUR_EYES", state, same);
        }
        var unmet = new ArrayList<String>();
        if (body.get("unmet") instanceof JsonNode list && list.isArray()) {
            list.forEach(code -> unmet.add(code.asString()));
        }
        if (!unmet.isEmpty()) {
            return new Check(false, 422, "GUARD_FAILED", state, unmet);
        }
        return new Check(true, 200, null, row.get().to(), List.of());
    }

    private static List<String> samePerson(JsonNode body) {
        var user = text(body, "user");
        if (user == null) {
            return List.of();
        }
        return PEOPLE.stream()
                .filter(field -> user.equals(text(body, field)))
                .sorted()
                .toList();
    }

    private static @Nullable String text(JsonNode body, String field) {
        var node = body.get(field);
        return node == null || !node.isString() ? null : node.asString();
    }

    private static <T> Outcome<T> unknown() {
        return Outcome.refused(Refusal.Kind.NOT_FOUND, Reason.of("UNKNOWN_LIFECYCLE"));
    }
}
