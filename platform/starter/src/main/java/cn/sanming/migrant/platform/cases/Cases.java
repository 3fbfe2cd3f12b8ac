package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.cases.CaseDefinition.Declared;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.lifecycle.Lifecycles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/// All kinds of case of a service. A desk defines its kind here and moves its cases through here; nothing else does.
public final class Cases {

    private final CaseStore store;
    private final Lifecycles lifecycles;
    private final Dispatcher dispatcher;
    private final FollowUps followUps;
    private final List<CaseDefinition<?>> all = new ArrayList<>();
    private final Map<String, CaseDefinition<?>> byCommand = new LinkedHashMap<>();
    private final Map<String, Registered<?>> effects = new LinkedHashMap<>();
    private volatile boolean late;

    private record Registered<B>(Effect<B> effect, Effect.Handler<B> handler) {

        void run(String target, String body, CommandContext context) {
            handler.carryOut(target, FollowUps.read(body, effect.body()), context);
        }
    }

    Cases(MongoTemplate mongo, Lifecycles lifecycles, FollowUps.Parking parking, Clock clock) {
        this.store = new CaseStore(mongo);
        this.lifecycles = lifecycles;
        this.followUps = new FollowUps(store, new KnownSteps(), parking, clock);
        this.dispatcher = new Dispatcher(store, followUps);
    }

    /// Declares how cases of this type live.
    ///
    /// @param machine name of the life cycle @param path where the cases stand over HTTP
    public <A extends CaseAggregate> CaseDefinition<A> define(Class<A> type, String machine, String path) {
        var definition = new CaseDefinition<>(type, lifecycles.of(machine), path);
        all.add(definition);
        return definition;
    }

    /// Declares how an effect is carried out.
    public <B> void define(Effect<B> effect, Effect.Handler<B> handler) {
        if (effects.put(effect.name(), new Registered<>(effect, handler)) != null) {
            throw new IllegalStateException(effect.name() + " is declared twice");
        }
    }

    public <A extends CaseAggregate> Outcome<A> fire(
            String id, Command<A, Command.Nothing> command, CommandContext context) {
        return fire(id, command, Command.Nothing.VALUE, context);
    }

    public <A extends CaseAggregate, B> Outcome<A> fire(
            String id, Command<A, B> command, B body, CommandContext context) {
        var definition = definitionOf(command);
        return dispatcher.fire(definition, id, declared(definition, command), body, context);
    }

    /// Opens a case as the system or on behalf of somebody, through the opening of its kind or one of the desk's own.
    /// What stands behind a request's key is the record the request itself makes, not those that follow from it.
    public <A extends CaseAggregate, B> Outcome<A> open(
            CaseDefinition<A> definition, B body, CaseDefinition.Opening<A, B> opening, CommandContext context) {
        return dispatcher.open(definition, opening, body, context.under(null));
    }

    public <A extends CaseAggregate> Optional<A> find(CaseDefinition<A> definition, String id) {
        return Optional.ofNullable(store.find(definition.type, id));
    }

    @SuppressWarnings("unchecked")
    private <A extends CaseAggregate> CaseDefinition<A> definitionOf(Command<A, ?> command) {
        return (CaseDefinition<A>) Objects.requireNonNull(
                byCommand.computeIfAbsent(command.name(), this::search), command + " is declared by no kind of case");
    }

    private @Nullable CaseDefinition<?> search(String operation) {
        for (var definition : all) {
            for (var declared : definition.commands.values()) {
                if (declared.command().name().equals(operation)) {
                    return definition;
                }
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static <A extends CaseAggregate, B> Declared<A, B> declared(
            CaseDefinition<A> definition, Command<A, B> command) {
        return (Declared<A, B>) definition.commands.get(command.in(definition.lifecycle.machine()));
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    CaseStore store() {
        return store;
    }

    FollowUps followUps() {
        return followUps;
    }

    /// Whether something is owed that could not be done at once; asking resets it.
    boolean takeLate() {
        boolean was = late;
        late = false;
        return was;
    }

    public List<CaseDefinition<?>> all() {
        return List.copyOf(all);
    }

    private final class KnownSteps implements FollowUps.Steps {

        @Override
        public @Nullable Outcome<?> run(String step, String target, String body, CommandContext context) {
            var effect = effects.get(step);
            if (effect != null) {
                effect.run(target, body, context);
                return null;
            }
            var definition = search(step);
            if (definition == null) {
                throw new IllegalStateException("nobody knows the step " + step);
            }
            return fire(definition, step, target, body, context);
        }

        private <A extends CaseAggregate> Outcome<A> fire(
                CaseDefinition<A> definition, String step, String target, String body, CommandContext context) {
            var declared = definition.commands.values().stream()
                    .filter(known -> known.command().name().equals(step))
                    .findFirst()
                    .orElseThrow();
            return fire(definition, declared, target, body, context);
        }

        private <A extends CaseAggregate, B> Outcome<A> fire(
                CaseDefinition<A> definition,
                Declared<A, B> declared,
                String target,
                String body,
                CommandContext context) {
            var said = FollowUps.read(body, declared.command().body());
            return dispatcher.fire(definition, target, declared, said, context);
        }

        @Override
        public void late() {
            late = true;
        }
    }
}
