package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.lifecycle.Lifecycle;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Carries out commands, always in this order: role, district, state (409), guard (422), effect. One write at the
/// end. A refused command changes nothing and publishes nothing, because nothing has been saved.
public final class Dispatcher {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;

    Dispatcher(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public <A extends CaseAggregate, B> Outcome<A> open(
            CaseDefinition<A> definition, CaseDefinition.Opening<A, B> opening, B body, CommandContext context) {
        for (int attempt = 1; ; attempt++) {
            var outcome = opening.open(body, context);
            if (!(outcome instanceof Outcome.Created<A>(A subject, String location))) {
                return outcome;
            }
            try {
                var saved = mongo.insert(subject);
                return Outcome.created(saved, definition.path() + '/' + saved.id());
            } catch (DuplicateKeyException e) {
                // somebody was first: asked again, the opening finds the other record and says where it stands
                if (attempt == ATTEMPTS) {
                    return Outcome.refused(Kind.DUPLICATE);
                }
            }
        }
    }

    public <A extends CaseAggregate> Outcome<A> fire(
            CaseDefinition<A> definition, String id, String command, CommandContext context) {
        return fire(definition, id, command, new CaseDefinition.Nothing(), context, null);
    }

    public <A extends CaseAggregate> Outcome<A> fire(
            CaseDefinition<A> definition, String id, String command, Object body, CommandContext context) {
        return fire(definition, id, command, body, context, null);
    }

    /// @param expected the version the caller has seen, or nothing
    <A extends CaseAggregate> Outcome<A> fire(
            CaseDefinition<A> definition,
            String id,
            String command,
            Object body,
            CommandContext context,
            @Nullable Long expected) {
        for (int attempt = 1; ; attempt++) {
            var subject = mongo.findById(id, definition.type);
            if (subject == null) {
                return Outcome.notFound();
            }
            if (expected != null && expected != versionOf(subject)) {
                return Outcome.refused(
                        Kind.STALE, Reason.at("/If-Match", "STALE").required(versionOf(subject), expected));
            }
            var refusal = attempt(definition, subject, command, body, context);
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
            try {
                return Outcome.done(mongo.save(subject));
            } catch (OptimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    return Outcome.refused(Kind.VERSION_CONFLICT);
                }
            } catch (DuplicateKeyException e) {
                return Outcome.refused(Kind.DUPLICATE);
            }
        }
    }

    private <A extends CaseAggregate> @Nullable Refusal attempt(
            CaseDefinition<A> definition, A subject, String command, Object body, CommandContext context) {
        var objection = objection(definition, subject, command, context.actor());
        if (objection != null) {
            return objection;
        }
        var file = subject.file();
        var entry = definition.entries.get(command);
        var row = definition.lifecycle.transition(file.state(), command);
        var to = row.map(Lifecycle.Transition::to).orElse(file.state());
        var who = entry == null ? row.orElseThrow().who() : entry.who();
        var role = intersection(who, definition.rolesOn(subject, context.actor()))
                .iterator()
                .next();
        return switch (handle(definition, subject, command, body, context)) {
            case Verdict.Refused(Refusal refusal) -> refusal;
            case Verdict.Granted _ -> {
                file.move(command, to, role, context, noteOf(body));
                yield null;
            }
        };
    }

    /// What stands against the command before anybody looks at its content: role, district, state.
    <A extends CaseAggregate> @Nullable Refusal objection(
            CaseDefinition<A> definition, A subject, String command, Actor actor) {
        var roles = definition.rolesOn(subject, actor);
        var entry = definition.entries.get(command);
        var ever = entry == null ? definition.lifecycle.whoEver(command) : entry.who();
        if ((entry != null || definition.lifecycle.knows(command))
                && intersection(ever, roles).isEmpty()) {
            return Refusal.of(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(ever, roles));
        }
        var district = subject.file().district();
        if (!definition.isParty(subject, actor) && !actor.mayActIn(district)) {
            return Refusal.of(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
        }
        if (entry != null) {
            return null;
        }
        var row = definition.lifecycle.transition(subject.file().state(), command);
        if (row.isEmpty()) {
            return Refusal.of(Kind.ILLEGAL_TRANSITION, next(definition, subject, command));
        }
        if (intersection(row.get().who(), roles).isEmpty()) {
            return Refusal.of(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE").required(row.get().who(), roles));
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static <A extends CaseAggregate, B> Verdict handle(
            CaseDefinition<A> definition, A subject, String command, Object body, CommandContext context) {
        var entry = definition.entries.get(command);
        var known = (CaseDefinition.Command<A, B>) (entry == null ? definition.commands.get(command) : entry.command());
        if (known == null) {
            throw new IllegalStateException(definition.lifecycle.machine() + "." + command + " has no handler");
        }
        return known.handler().handle(subject, known.body().cast(body), context);
    }

    private static <A extends CaseAggregate> Reason next(CaseDefinition<A> definition, A subject, String command) {
        var state = subject.file().state();
        return Reason.of("ILLEGAL_TRANSITION")
                .required(definition.lifecycle.commandsFrom(state), state + "." + command);
    }

    private static Set<String> intersection(Iterable<String> wanted, Set<String> roles) {
        var both = new LinkedHashSet<String>();
        wanted.forEach(role -> {
            if (roles.contains(role)) {
                both.add(role);
            }
        });
        return both;
    }

    private static @Nullable String noteOf(Object body) {
        return body instanceof CaseDefinition.Because(String reason) ? reason : null;
    }

    long versionOf(CaseAggregate subject) {
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(subject.getClass());
        var version = entity.getPropertyAccessor(subject).getProperty(entity.getRequiredVersionProperty());
        return version instanceof Number number ? number.longValue() : 0;
    }
}
