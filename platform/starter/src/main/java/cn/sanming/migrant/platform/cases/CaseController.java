package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Bodies;
import cn.sanming.migrant.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// The HTTP side of one case definition: open, read, list, command. One instance stands behind each case
/// definition's path.
final class CaseController<A extends CaseAggregate> {

    private final CaseDefinition<A> definition;
    private final Dispatcher dispatcher;
    private final MongoTemplate mongo;
    private final Bodies bodies;

    CaseController(CaseDefinition<A> definition, Dispatcher dispatcher, MongoTemplate mongo, Bodies bodies) {
        this.definition = definition;
        this.dispatcher = dispatcher;
        this.mongo = mongo;
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
                            Kind.FORBIDDEN_ROLE,
                            Reason.of("FORBIDDEN_ROLE")
                                    .required(open.who(), context.actor().roles())),
                    context);
        }
        return answer(open(open, body, context), context);
    }

    private <B> Outcome<A> open(CaseDefinition.Open<A, B> open, @Nullable JsonNode body, CommandContext context) {
        return dispatcher.open(definition, open.opening(), bodies.require(body, open.body()), context);
    }

    public ResponseEntity<Object> read(@PathVariable String id, Actor actor, CommandContext context) {
        var subject = mongo.findById(id, definition.type);
        if (subject == null || !mayRead(subject, actor)) {
            return answer(Outcome.notFound(), context);
        }
        return answer(Outcome.done(subject), context);
    }

    private boolean mayRead(A subject, Actor actor) {
        return definition.isParty(subject, actor)
                || definition.officerMayRead(actor)
                        && actor.mayActIn(subject.file().district());
    }

    public ResponseEntity<Object> list(
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return ResponseEntity.ok(page(query, limit, after, actor));
    }

    private Outcome<Page<Object>> page(
            Map<String, String> query, @Nullable Integer limit, @Nullable String after, Actor actor) {
        var criteria = new ArrayList<Criteria>();
        var scope = scope(actor);
        if (scope == null) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var faults = new ArrayList<Reason>();
        query.forEach((name, value) -> {
            var field = name.equals("state")
                    ? "file.state"
                    : name.equals("district") ? "file.district" : definition.filters.get(name);
            if (name.equals("state") && !definition.lifecycle.states().contains(value)) {
                faults.add(Reason.at("/state", "UNKNOWN_STATE"));
            } else if (field != null && !value.isBlank()) {
                criteria.add(Criteria.where(field).is(value));
            } else if (!name.equals("limit") && !name.equals("after")) {
                // a filter that names nothing must not return everything
                faults.add(Reason.at("/" + name, field == null ? "UNKNOWN_FILTER" : "REQUIRED"));
            }
        });
        if (!faults.isEmpty()) {
            return Outcome.refused(new Refusal(Kind.VALIDATION, faults, null));
        }
        criteria.addAll(scope);
        if (after != null) {
            criteria.add(Criteria.where("_id").gt(after));
        }
        int size = Page.limit(limit);
        var combined = criteria.isEmpty() ? new Criteria() : new Criteria().andOperator(criteria);
        var rows = mongo.find(Query.query(combined).with(Sort.by("_id")).limit(size + 1), definition.type);
        var page = Page.of(rows, size, CaseAggregate::id);
        var items = page.items().stream()
                .map(row -> definition.view.apply(row, actor))
                .toList();
        return Outcome.done(new Page<>(items, page.next()));
    }

    /// What an actor may see: officers their district, parties what names them; nothing else.
    private @Nullable List<Criteria> scope(Actor actor) {
        if (definition.officerMayRead(actor)) {
            return actor.county() == null
                    ? List.of()
                    : List.of(Criteria.where("file.district").is(actor.county()));
        }
        var own = definition.parties.stream()
                .filter(party -> party.claim().apply(actor) != null)
                .map(party -> Criteria.where(party.field()).is(party.claim().apply(actor)))
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        return List.of(own.size() == 1 ? own.getFirst() : new Criteria().orOperator(own));
    }

    public ResponseEntity<Object> command(
            @PathVariable String id,
            @PathVariable String command,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody(required = false) @Nullable JsonNode body,
            CommandContext context) {
        var wanted = definition.bodyOf(command);
        if (wanted == null) {
            return answer(
                    Outcome.refused(
                            Kind.NOT_FOUND, Reason.of("UNKNOWN_COMMAND").required(definition.handled(), command)),
                    context);
        }
        var subject = mongo.findById(id, definition.type);
        if (subject == null) {
            return answer(Outcome.notFound(), context);
        }
        var early = dispatcher.objection(definition, subject, command, context.actor());
        if (early != null) {
            return answer(Outcome.refused(early), context);
        }
        var read = bodies.read(body, wanted, false);
        if (read.value() == null) {
            return answer(Outcome.refused(new Refusal(Kind.VALIDATION, read.faults(), null)), context);
        }
        return answer(dispatcher.fire(definition, id, command, read.value(), context, version(match)), context);
    }

    private static @Nullable Long version(@Nullable String match) {
        if (match == null || match.equals("*")) {
            return null;
        }
        var digits = match.replace("W/", "").replace("\"", "");
        return digits.matches("[0-9]{1,18}") ? Long.valueOf(digits) : Long.valueOf(-1);
    }

    private ResponseEntity<Object> answer(Outcome<A> outcome, CommandContext context) {
        var shown = outcome.<Object>map(subject -> definition.view.apply(subject, context.actor()));
        var response = ResponseEntity.ok();
        switch (outcome) {
            case Outcome.Done<A>(A subject) -> response.eTag(Long.toString(dispatcher.versionOf(subject)));
            case Outcome.Created<A>(A subject, String location) ->
                response.eTag(Long.toString(dispatcher.versionOf(subject)));
            case Outcome.Refused<A> _ -> {}
        }
        return response.body(shown);
    }
}
