package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.cases.CaseDefinition.Declared;
import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Bodies;
import cn.sanming.migrant.platform.web.Page;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// The HTTP side of one kind of case: open, read, list, command. One instance stands behind each kind's path.
/// Who may is asked before anything is read, and what one may not see answers like what does not exist.
final class CaseController<A extends CaseAggregate> {

    private final CaseDefinition<A> definition;
    private final Dispatcher dispatcher;
    private final CaseStore store;
    private final CaseLists<A> lists;
    private final Bodies bodies;

    CaseController(CaseDefinition<A> definition, Cases cases, Bodies bodies) {
        this.definition = definition;
        this.dispatcher = cases.dispatcher();
        this.store = cases.store();
        this.lists = new CaseLists<>(definition, store.mongo());
        this.bodies = bodies;
    }

    public ResponseEntity<Object> open(@RequestBody(required = false) @Nullable JsonNode body, CommandContext context) {
        var open = definition.open;
        if (open == null) {
            return answer(Outcome.notFound(), context);
        }
        if (!open.who().isEmpty() && !context.actor().hasAny(open.who())) {
            return answer(
                    Outcome.refused(
                            Dispatcher.forbidden(open.who(), context.actor().roles())),
                    context);
        }
        return answer(open(open, body, context), context);
    }

    private <B> Outcome<A> open(CaseDefinition.Open<A, B> open, @Nullable JsonNode body, CommandContext context) {
        return dispatcher.open(
                definition, open.opening(), bodies.require(body, open.command().body()), context);
    }

    public ResponseEntity<Object> read(@PathVariable String id, Actor actor, CommandContext context) {
        var subject = store.find(definition.type, id);
        return answer(
                subject == null || !definition.maySee(subject, actor) ? Outcome.notFound() : Outcome.done(subject),
                context);
    }

    public ResponseEntity<Object> list(
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        Outcome<Page<Object>> page = lists.page(query, limit, after, actor);
        return ResponseEntity.ok(page);
    }

    public ResponseEntity<Object> command(
            @PathVariable String id,
            @PathVariable String command,
            @RequestBody(required = false) @Nullable JsonNode body,
            CommandContext context) {
        var declared = definition.commands.get(command);
        if (declared == null) {
            return answer(
                    Outcome.refused(
                            Kind.NOT_FOUND, Reason.of("UNKNOWN_COMMAND").required(definition.handled(), command)),
                    context);
        }
        return answer(command(id, declared, body, context), context);
    }

    private <B> Outcome<A> command(
            String id, Declared<A, B> declared, @Nullable JsonNode body, CommandContext context) {
        var actor = context.actor();
        var roles = definition.rolesOnAny(actor);
        var ever = definition.whoEver(declared);
        if (Dispatcher.intersection(ever, roles).isEmpty()) {
            return Outcome.refused(Dispatcher.forbidden(ever, roles));
        }
        var subject = store.find(definition.type, id);
        if (subject == null || !maySeeOrAct(subject, declared, actor)) {
            return Outcome.notFound();
        }
        Optional<Outcome<A>> before = dispatcher.replayed(declared, subject, context);
        if (before.isPresent()) {
            return before.get();
        }
        if (definition.asksForVersion(declared.name()) && context.precondition() == null) {
            return Outcome.refused(Kind.PRECONDITION_REQUIRED, Reason.at("/If-Match", "REQUIRED"));
        }
        var objection = dispatcher.objection(definition, subject, declared, context);
        if (objection != null) {
            return Outcome.refused(objection);
        }
        var read = bodies.read(body, declared.command().body(), false);
        return read.value() == null
                ? Outcome.refused(new Refusal(Kind.VALIDATION, read.faults(), null))
                : dispatcher.fire(definition, id, declared, read.value(), context);
    }

    /// Whoever may carry out the command on this very case may know of it, even if he may not read it.
    private boolean maySeeOrAct(A subject, Declared<A, ?> declared, Actor actor) {
        return definition.maySee(subject, actor)
                || actor.mayActIn(subject.file().district())
                        && !Dispatcher.intersection(definition.whoEver(declared), definition.rolesOn(subject, actor))
                                .isEmpty();
    }

    private ResponseEntity<Object> answer(Outcome<A> outcome, CommandContext context) {
        var shown = outcome.<Object>map(subject -> definition.view.apply(subject, context.actor()));
        var response = ResponseEntity.ok();
        switch (outcome) {
            case Outcome.Done<A>(A subject) -> response.eTag(Long.toString(store.versionOf(subject)));
            case Outcome.Created<A>(A subject, String _) -> response.eTag(Long.toString(store.versionOf(subject)));
            case Outcome.Refused<A> _ -> {}
        }
        return response.body(shown);
    }
}
