package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.cases.CaseDefinition.Declared;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/// Carries out commands, always in this order: repetition, role, district, state (409), condition and guard (422),
/// effect. One write at the end, then what follows. A refused command changes nothing and publishes nothing, because
/// nothing has been saved; a repeated one changes nothing, because its key was saved with what it did.
final class Dispatcher {

    private static final int ATTEMPTS = 8;

    private final CaseStore store;
    private final FollowUps followUps;

    Dispatcher(CaseStore store, FollowUps followUps) {
        this.store = store;
        this.followUps = followUps;
    }

    <A extends CaseAggregate, B> Outcome<A> open(
            CaseDefinition<A> definition, CaseDefinition.Opening<A, B> opening, B body, CommandContext context) {
        for (int attempt = 1; ; attempt++) {
            var before = replayedOpening(definition, context);
            if (before.isPresent()) {
                return before.get();
            }
            var outcome = opening.open(body, context);
            if (!(outcome instanceof Outcome.Created<A>(A subject, String _))) {
                // a twin of this very request may have been first since it was looked for
                return replayedOpening(definition, context).orElse(outcome);
            }
            try {
                var saved = store.insert(subject);
                return Outcome.created(followUps.carryOut(definition, saved, context), place(definition, saved));
            } catch (DuplicateKeyException e) {
                // somebody was first: asked again, the opening finds the other record and says where it stands
                if (attempt == ATTEMPTS) {
                    return Outcome.refused(Kind.DUPLICATE);
                }
            }
        }
    }

    /// The first answer again, if this very request has made a case; another body under its key is refused.
    private <A extends CaseAggregate> Optional<Outcome<A>> replayedOpening(
            CaseDefinition<A> definition, CommandContext context) {
        var key = context.key();
        var made = key == null ? null : store.openedBy(definition.type, key.digest());
        if (key == null || made == null) {
            return Optional.empty();
        }
        if (!made.file().requests().wasOpenedWith(key)) {
            return Optional.of(Outcome.refused(Kind.IDEMPOTENCY_MISMATCH));
        }
        key.replay();
        return Optional.of(Outcome.created(made, place(definition, made)));
    }

    private static String place(CaseDefinition<?> definition, CaseAggregate subject) {
        return definition.path() + '/' + subject.id();
    }

    <A extends CaseAggregate, B> Outcome<A> fire(
            CaseDefinition<A> definition, String id, Declared<A, B> declared, B body, CommandContext context) {
        for (int attempt = 1; ; attempt++) {
            var subject = store.find(definition.type, id);
            if (subject == null) {
                return Outcome.notFound();
            }
            var before = replayed(declared, subject, context);
            if (before.isPresent()) {
                return before.get();
            }
            var refusal = attempt(definition, subject, declared, body, context);
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
            try {
                return Outcome.done(followUps.carryOut(definition, store.save(subject), context));
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    return Outcome.refused(Kind.VERSION_CONFLICT);
                }
            } catch (DuplicateKeyException e) {
                return Outcome.refused(Kind.DUPLICATE);
            }
        }
    }

    /// The case as it stands, if this very request has moved it before.
    <A extends CaseAggregate> Optional<Outcome<A>> replayed(
            Declared<A, ?> declared, A subject, CommandContext context) {
        var key = context.key();
        if (key == null) {
            return Optional.empty();
        }
        return switch (subject.file().requests().of(key, declared.command().name())) {
            case NEW -> Optional.empty();
            case OTHER_CONTENT -> Optional.of(Outcome.refused(Kind.IDEMPOTENCY_MISMATCH));
            case SAME -> {
                key.replay();
                yield Optional.of(Outcome.done(subject));
            }
        };
    }

    private <A extends CaseAggregate, B> @Nullable Refusal attempt(
            CaseDefinition<A> definition, A subject, Declared<A, B> declared, B body, CommandContext context) {
        var objection = objection(definition, subject, declared, context);
        if (objection != null) {
            return objection;
        }
        var file = subject.file();
        var row = definition.lifecycle.transition(file.state(), declared.name());
        var to = declared.moves() ? row.orElseThrow().to() : file.state();
        Iterable<String> who = declared.moves() ? row.orElseThrow().who() : declared.who();
        var role = intersection(who, definition.rolesOn(subject, context.actor()))
                .iterator()
                .next();
        return switch (declared.handler().handle(subject, body, context)) {
            case Verdict.Refused(Refusal refusal) -> refusal;
            case Verdict.Granted granted -> {
                file.move(declared.name(), to, role, context, noteOf(body));
                granted.followUps().forEach(next -> file.follow(next, context));
                if (context.key() != null) {
                    file.requests().remember(context.key(), declared.command().name(), context.at());
                }
                yield null;
            }
        };
    }

    /// What stands against the command before anybody looks at its content: version, role, district, state, conditions.
    <A extends CaseAggregate> @Nullable Refusal objection(
            CaseDefinition<A> definition, A subject, Declared<A, ?> declared, CommandContext context) {
        var actor = context.actor();
        var who = whoMay(definition, subject, declared, actor);
        if (who != null) {
            return who;
        }
        var precondition = context.precondition();
        if (precondition != null
                && precondition.concerns(subject.id())
                && precondition.version() != store.versionOf(subject)) {
            return Refusal.of(
                    Kind.STALE,
                    Reason.at("/If-Match", "STALE").required(store.versionOf(subject), precondition.version()));
        }
        if (declared.moves()) {
            var row = definition.lifecycle.transition(subject.file().state(), declared.name());
            if (row.isEmpty()) {
                return Refusal.of(Kind.ILLEGAL_TRANSITION, next(definition, subject, declared.name()));
            }
            var roles = definition.rolesOn(subject, actor);
            if (intersection(row.get().who(), roles).isEmpty()) {
                return forbidden(row.get().who(), roles);
            }
        }
        var open = declared.conditions().stream()
                .filter(condition -> !condition.holds().test(subject, context))
                .map(Condition::reason)
                .toList();
        return open.isEmpty() ? null : new Refusal(Kind.GUARD_FAILED, open, null);
    }

    private static <A extends CaseAggregate> @Nullable Refusal whoMay(
            CaseDefinition<A> definition, A subject, Declared<A, ?> declared, Actor actor) {
        var roles = definition.rolesOn(subject, actor);
        var ever = definition.whoEver(declared);
        if (intersection(ever, roles).isEmpty()) {
            return forbidden(ever, roles);
        }
        var district = subject.file().district();
        if (!definition.isParty(subject, actor) && !actor.mayActIn(district)) {
            return Refusal.of(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
        }
        return null;
    }

    static Refusal forbidden(Object wanted, Set<String> roles) {
        return Refusal.of(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(wanted, roles));
    }

    private static <A extends CaseAggregate> Reason next(CaseDefinition<A> definition, A subject, String command) {
        var state = subject.file().state();
        return Reason.of("ILLEGAL_TRANSITION")
                .required(definition.lifecycle.commandsFrom(state), state + "." + command);
    }

    static Set<String> intersection(Iterable<String> wanted, Set<String> roles) {
        var both = new LinkedHashSet<String>();
        wanted.forEach(role -> {
            if (roles.contains(role)) {
                both.add(role);
            }
        });
        return both;
    }

    private static @Nullable String noteOf(@Nullable Object body) {
        return body instanceof Command.Because(String reason) ? reason : null;
    }
}
