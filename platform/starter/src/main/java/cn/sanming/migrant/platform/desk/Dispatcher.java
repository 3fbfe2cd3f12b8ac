package cn.sanming.migrant.platform.desk;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.desk.Refusal.Kind;
import cn.sanming.migrant.platform.lifecycle.Lifecycle;
import cn.sanming.migrant.platform.security.Actor;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Carries out commands, always in this order: role, district, state (409), guard (422), effect. One write at the end.
/// A refused command changes nothing and publishes nothing, because nothing has been saved.
public final class Dispatcher {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;

    Dispatcher(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public <A extends CaseRecord, B> Outcome<A> open(Docket<A> docket, Docket.Opening<A, B> opening, B body, Act act) {
        for (int attempt = 1; ; attempt++) {
            var outcome = opening.open(body, act);
            if (!(outcome instanceof Outcome.Created<A>(A subject, String location))) {
                return outcome;
            }
            try {
                var saved = mongo.insert(subject);
                return Outcome.created(saved, docket.path() + '/' + saved.id());
            } catch (DuplicateKeyException e) {
                // somebody was first: asked again, the opening finds the other record and says where it stands
                if (attempt == ATTEMPTS) {
                    return Outcome.refused(Kind.DUPLICATE);
                }
            }
        }
    }

    public <A extends CaseRecord> Outcome<A> fire(Docket<A> docket, String id, String command, Act act) {
        return fire(docket, id, command, new Docket.Nothing(), act, null);
    }

    public <A extends CaseRecord> Outcome<A> fire(Docket<A> docket, String id, String command, Object body, Act act) {
        return fire(docket, id, command, body, act, null);
    }

    /// @param expected the version the caller has seen, or nothing
    <A extends CaseRecord> Outcome<A> fire(
            Docket<A> docket, String id, String command, Object body, Act act, @Nullable Long expected) {
        for (int attempt = 1; ; attempt++) {
            var subject = mongo.findById(id, docket.type);
            if (subject == null) {
                return Outcome.notFound();
            }
            if (expected != null && expected != versionOf(subject)) {
                return Outcome.refused(
                        Kind.STALE, Reason.at("/If-Match", "STALE").required(versionOf(subject), expected));
            }
            var refusal = attempt(docket, subject, command, body, act);
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

    private <A extends CaseRecord> @Nullable Refusal attempt(
            Docket<A> docket, A subject, String command, Object body, Act act) {
        var objection = objection(docket, subject, command, act.actor());
        if (objection != null) {
            return objection;
        }
        var file = subject.file();
        var entry = docket.entries.get(command);
        var row = docket.lifecycle.transition(file.state(), command);
        var to = row.map(Lifecycle.Transition::to).orElse(file.state());
        var who = entry == null ? row.orElseThrow().who() : entry.who();
        var role = intersection(who, docket.rolesOn(subject, act.actor()))
                .iterator()
                .next();
        return switch (handle(docket, subject, command, body, act)) {
            case Verdict.Refused(Refusal refusal) -> refusal;
            case Verdict.Granted _ -> {
                file.move(command, to, role, act, noteOf(body));
                yield null;
            }
        };
    }

    /// What stands against the command before anybody looks at its content: role, district, state.
    <A extends CaseRecord> @Nullable Refusal objection(Docket<A> docket, A subject, String command, Actor actor) {
        var roles = docket.rolesOn(subject, actor);
        var entry = docket.entries.get(command);
        var ever = entry == null ? docket.lifecycle.whoEver(command) : entry.who();
        if ((entry != null || docket.lifecycle.knows(command))
                && intersection(ever, roles).isEmpty()) {
            return Refusal.of(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE").required(ever, roles));
        }
        var district = subject.file().district();
        if (!docket.isParty(subject, actor) && !actor.mayActIn(district)) {
            return Refusal.of(Kind.OTHER_DISTRICT, Reason.of("OTHER_DISTRICT").required(district, actor.county()));
        }
        if (entry != null) {
            return null;
        }
        var row = docket.lifecycle.transition(subject.file().state(), command);
        if (row.isEmpty()) {
            return Refusal.of(Kind.ILLEGAL_TRANSITION, next(docket, subject, command));
        }
        if (intersection(row.get().who(), roles).isEmpty()) {
            return Refusal.of(
                    Kind.FORBIDDEN_ROLE,
                    Reason.of("FORBIDDEN_ROLE").required(row.get().who(), roles));
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static <A extends CaseRecord, B> Verdict handle(
            Docket<A> docket, A subject, String command, Object body, Act act) {
        var entry = docket.entries.get(command);
        var known = (Docket.Command<A, B>) (entry == null ? docket.commands.get(command) : entry.command());
        if (known == null) {
            throw new IllegalStateException(docket.lifecycle.machine() + "." + command + " has no handler");
        }
        return known.handler().handle(subject, known.body().cast(body), act);
    }

    private static <A extends CaseRecord> Reason next(Docket<A> docket, A subject, String command) {
        var state = subject.file().state();
        return Reason.of("ILLEGAL_TRANSITION").required(docket.lifecycle.commandsFrom(state), state + "." + command);
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
        return body instanceof Docket.Because(String reason) ? reason : null;
    }

    long versionOf(CaseRecord subject) {
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(subject.getClass());
        var version = entity.getPropertyAccessor(subject).getProperty(entity.getRequiredVersionProperty());
        return version instanceof Number number ? number.longValue() : 0;
    }
}
