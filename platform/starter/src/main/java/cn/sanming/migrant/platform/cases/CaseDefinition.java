package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.lifecycle.Lifecycle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How cases of one kind are taken in, shown and moved (立案登记簿): the declaration a desk makes once.
/// The dispatcher reads it; HTTP, jobs and event reactions all go through the dispatcher.
public final class CaseDefinition<A extends CaseAggregate> {

    /// Carries out a command on a case in memory and says whether it may stand; what is refused is never saved.
    @FunctionalInterface
    public interface Handler<A, B> {
        Verdict handle(A subject, B body, CommandContext context);
    }

    /// Makes a new case out of a request, or refuses.
    @FunctionalInterface
    public interface Opening<A, B> {
        Outcome<A> open(B body, CommandContext context);
    }

    record Command<A, B>(String name, Class<B> body, Handler<A, B> handler) {}

    /// Work on a case that does not move it: who may do it stands here, when it may be done is the handler's guard.
    record Entry<A, B>(Set<String> who, Command<A, B> command) {}

    record Open<A, B>(Class<B> body, Set<String> who, Opening<A, B> opening) {}

    /// The body of commands that need none.
    public record Nothing() {}

    /// The body of commands that need a reason (理由).
    public record Because(String reason) {}

    final Class<A> type;
    final Lifecycle lifecycle;
    final String path;
    final Map<String, Command<A, ?>> commands = new LinkedHashMap<>();
    final Map<String, Entry<A, ?>> entries = new LinkedHashMap<>();
    final List<Party<A>> parties = new ArrayList<>();
    final Set<String> readers = new LinkedHashSet<>();
    final Map<String, String> filters = new LinkedHashMap<>();
    BiFunction<A, Actor, Object> view = (subject, _) -> subject;

    boolean confidential;

    @Nullable
    Class<?> viewType;

    @Nullable
    Open<A, ?> open;

    CaseDefinition(Class<A> type, Lifecycle lifecycle, String path) {
        this.type = type;
        this.lifecycle = lifecycle;
        this.path = path;
    }

    /// Who may open a case, and how. An empty set of roles means anybody with a token; `PUBLIC` means anybody.
    public <B> CaseDefinition<A> opens(Class<B> body, Set<String> who, Opening<A, B> opening) {
        this.open = new Open<>(body, Set.copyOf(who), opening);
        return this;
    }

    public <B> CaseDefinition<A> on(String command, Class<B> body, Handler<A, B> handler) {
        if (!lifecycle.knows(command)) {
            throw new IllegalStateException(lifecycle.machine() + " has no command " + command);
        }
        commands.put(command, new Command<>(command, body, handler));
        return this;
    }

    /// A command without a body.
    public CaseDefinition<A> on(String command, BiFunction<A, CommandContext, Verdict> handler) {
        return on(command, Nothing.class, (subject, _, context) -> handler.apply(subject, context));
    }

    /// A command that only moves the case on.
    public CaseDefinition<A> on(String command) {
        return on(command, (_, _) -> Verdict.granted());
    }

    /// A command that only moves the case on and asks for a reason, which is kept in the history.
    public CaseDefinition<A> onReason(String command) {
        return on(command, Because.class, (_, _, _) -> Verdict.granted());
    }

    /// An entry in the file that leaves the state as it is, such as a signature, a receipt or a piece of evidence.
    public <B> CaseDefinition<A> notes(String name, Set<String> who, Class<B> body, Handler<A, B> handler) {
        if (lifecycle.knows(name)) {
            throw new IllegalStateException(lifecycle.machine() + "." + name + " moves the case");
        }
        entries.put(name, new Entry<>(Set.copyOf(who), new Command<>(name, body, handler)));
        return this;
    }

    @Nullable
    Class<?> bodyOf(String name) {
        if (commands.containsKey(name)) {
            return commands.get(name).body();
        }
        return entries.containsKey(name) ? entries.get(name).command().body() : null;
    }

    /// A role that follows from the employer's credit code in the case.
    public CaseDefinition<A> firm(String role, String field, Function<A, @Nullable Object> codes) {
        parties.add(new Party<>(role, field, codes, Actor::creditCode));
        return this;
    }

    /// A role that follows from the worker's pseudonym in the case.
    public CaseDefinition<A> person(String role, String field, Function<A, @Nullable Object> ids) {
        parties.add(new Party<>(role, field, ids, Actor::workerId));
        return this;
    }

    /// A role that follows from the officer's unit in the case.
    public CaseDefinition<A> unit(String role, String field, Function<A, @Nullable Object> units) {
        parties.add(new Party<>(role, field, units, Actor::unit));
        return this;
    }

    /// A role that follows from the user named in the case, such as the lawyer to whom it is assigned.
    public CaseDefinition<A> user(String role, String field, Function<A, @Nullable Object> ids) {
        parties.add(new Party<>(role, field, ids, Actor::id));
        return this;
    }

    /// Officers, apart from those the life cycle names, who may read cases of their district.
    public CaseDefinition<A> readableBy(String... roles) {
        readers.addAll(List.of(roles));
        return this;
    }

    /// Cases that nobody reads here (涉密案卷): only commands are served; reading goes through a door of the room's
    /// own, which asks for the purpose and keeps a trail.
    public CaseDefinition<A> confidential() {
        this.confidential = true;
        return this;
    }

    /// A query parameter of the list and the field it filters by; an index must stand behind each.
    public CaseDefinition<A> filter(String parameter, String field) {
        filters.put(parameter, field);
        return this;
    }

    public <V> CaseDefinition<A> shownAs(Class<V> type, BiFunction<A, Actor, V> view) {
        this.viewType = type;
        this.view = view::apply;
        return this;
    }

    public <V> CaseDefinition<A> shownAs(Class<V> type, Function<A, V> view) {
        return shownAs(type, (subject, _) -> view.apply(subject));
    }

    public String path() {
        return path;
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public Set<String> handled() {
        var names = new LinkedHashSet<>(commands.keySet());
        names.addAll(entries.keySet());
        return names;
    }

    /// The roles this actor has on this case: those of the token, and those that follow from the case.
    /// A role that follows from the case (a party) never comes from the token alone.
    Set<String> rolesOn(A subject, Actor actor) {
        var roles = new LinkedHashSet<>(actor.roles());
        parties.forEach(party -> roles.remove(party.role()));
        for (var party : parties) {
            if (party.is(subject, actor)) {
                roles.add(party.role());
            }
        }
        return roles;
    }

    /// Roles of organisations outside the administration that would act by their token alone, on anybody's case.
    Set<String> unnamed(Set<String> outside) {
        var acting = new LinkedHashSet<String>();
        lifecycle.transitions().forEach(row -> acting.addAll(row.who()));
        entries.values().stream().map(Entry::who).filter(outside::containsAll).forEach(acting::addAll);
        acting.retainAll(outside);
        parties.forEach(party -> acting.remove(party.role()));
        return acting;
    }

    boolean isParty(A subject, Actor actor) {
        return parties.stream().anyMatch(party -> party.is(subject, actor));
    }

    /// Officers' roles that may read: those that may act on some step, and the readers.
    boolean officerMayRead(Actor actor) {
        if (actor.isSystem() || actor.has("SUPERVISOR") || actor.hasAny(readers)) {
            return true;
        }
        return lifecycle.transitions().stream()
                .flatMap(row -> row.who().stream())
                .filter(role -> parties.stream().noneMatch(party -> party.role().equals(role)))
                .anyMatch(actor::has);
    }
}
