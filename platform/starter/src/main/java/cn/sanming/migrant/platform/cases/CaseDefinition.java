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

/// How cases of one kind are taken in, shown and moved (事项定义): the declaration a desk makes once.
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

    /// One command as it is declared here.
    ///
    /// @param name in the life cycle and in paths
    /// @param who  roles for work that does not move the case; none for a step of the life cycle, which knows its
    // own
    record Declared<A extends CaseAggregate, B>(
            String name,
            Command<A, B> command,
            @Nullable Set<String> who,
            Handler<A, B> handler,
            List<Condition<A>> conditions) {

        boolean moves() {
            return who == null;
        }
    }

    record Open<A extends CaseAggregate, B>(Command<A, B> command, Set<String> who, Opening<A, B> opening) {}

    final Class<A> type;
    final Lifecycle lifecycle;
    final String path;
    final Map<String, Declared<A, ?>> commands = new LinkedHashMap<>();
    final List<Party<A>> parties = new ArrayList<>();
    final Set<String> readers = new LinkedHashSet<>();
    final Map<String, String> filters = new LinkedHashMap<>();
    final Set<String> preconditioned = new LinkedHashSet<>();
    BiFunction<A, Actor, Object> view = (subject, _) -> subject;

    boolean confidential;

    @Nullable
    Class<?> viewType;

    @Nullable
    Open<A, ?> open;

    private String last = "";

    CaseDefinition(Class<A> type, Lifecycle lifecycle, String path) {
        this.type = type;
        this.lifecycle = lifecycle;
        this.path = path;
    }

    /// Who may open a case, and how. An empty set of roles means anybody with a token; `PUBLIC` means anybody.
    public <B> CaseDefinition<A> opens(Command<A, B> command, Set<String> who, Opening<A, B> opening) {
        this.open = new Open<>(command, Set.copyOf(who), opening);
        return this;
    }

    /// A step of the life cycle.
    public <B> CaseDefinition<A> on(Command<A, B> command, Handler<A, B> handler) {
        var name = command.in(lifecycle.machine());
        if (!lifecycle.knows(name)) {
            throw new IllegalStateException(lifecycle.machine() + " has no command " + name);
        }
        return declare(new Declared<>(name, command, null, handler, new ArrayList<>()));
    }

    /// A step that needs nothing to be said.
    public CaseDefinition<A> on(Command<A, Command.Nothing> command, BiFunction<A, CommandContext, Verdict> handler) {
        return on(command, (subject, _, context) -> handler.apply(subject, context));
    }

    /// A step that only moves the case on; a reason said with it is kept in the history.
    public <B> CaseDefinition<A> on(Command<A, B> command) {
        return on(command, (_, _, _) -> Verdict.granted());
    }

    /// Work on a case that leaves its state as it is, such as a signature, a receipt or a piece of evidence: who may do
    /// it stands here.
    public <B> CaseDefinition<A> notes(Command<A, B> command, Set<String> who, Handler<A, B> handler) {
        var name = command.in(lifecycle.machine());
        if (lifecycle.knows(name)) {
            throw new IllegalStateException(lifecycle.machine() + "." + name + " moves the case");
        }
        return declare(new Declared<>(name, command, Set.copyOf(who), handler, new ArrayList<>()));
    }

    private CaseDefinition<A> declare(Declared<A, ?> declared) {
        if (commands.put(declared.name(), declared) != null) {
            throw new IllegalStateException(declared.command() + " is declared twice");
        }
        last = declared.name();
        return this;
    }

    /// What must hold for the command declared last, whatever is said with it.
    @SafeVarargs
    public final CaseDefinition<A> when(Condition<A>... conditions) {
        commands.get(last).conditions().addAll(List.of(conditions));
        return this;
    }

    /// The command declared last asks its caller for the version he has seen (428 without `If-Match`).
    public CaseDefinition<A> ifMatch() {
        preconditioned.add(last);
        return this;
    }

    boolean asksForVersion(String name) {
        return preconditioned.contains(name) || lifecycle.asksForVersion(name);
    }

    /// Whoever may ever carry this out, by the life cycle or by its declaration.
    Set<String> whoEver(Declared<A, ?> declared) {
        return declared.who() == null ? lifecycle.whoEver(declared.name()) : declared.who();
    }

    /// Roles of organisations outside the administration that would act by their token alone, on anybody's case.
    Set<String> unnamed(Set<String> outside) {
        var acting = new LinkedHashSet<String>();
        lifecycle.transitions().forEach(row -> acting.addAll(row.who()));
        commands.values().forEach(declared -> {
            if (declared.who() != null && outside.containsAll(declared.who())) {
                acting.addAll(declared.who());
            }
        });
        acting.retainAll(outside);
        parties.forEach(party -> acting.remove(party.role()));
        return acting;
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

    /// Cases that nobody reads here (涉密案卷): only commands are served; reading goes through a door of the room's own,
    /// which asks for the purpose and keeps a trail.
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

    public Class<A> type() {
        return type;
    }

    public Set<String> handled() {
        return Set.copyOf(commands.keySet());
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

    /// The roles this actor could have on some case of this kind, before anybody looks at one.
    Set<String> rolesOnAny(Actor actor) {
        var roles = new LinkedHashSet<>(actor.roles());
        parties.forEach(party -> roles.remove(party.role()));
        parties.stream().filter(party -> party.claim().apply(actor) != null).forEach(party -> roles.add(party.role()));
        return roles;
    }

    boolean isParty(A subject, Actor actor) {
        return parties.stream().anyMatch(party -> party.is(subject, actor));
    }

    /// Whether this actor may know of the case: a party, or an officer of its district who reads or moves such cases.
    boolean maySee(A subject, Actor actor) {
        return isParty(subject, actor)
                || officerMayRead(actor) && actor.mayActIn(subject.file().district());
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
