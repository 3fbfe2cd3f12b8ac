package cn.sanming.migrant.platform.desk;

import cn.sanming.migrant.platform.casefile.Act;
import cn.sanming.migrant.platform.casefile.CaseRecord;
import cn.sanming.migrant.platform.desk.Refusal.Kind;
import cn.sanming.migrant.platform.security.Actor;
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

/// The HTTP side of one docket: open, read, list, command. One instance stands behind each docket's path.
final class DocketDoor<A extends CaseRecord> {

    private final Docket<A> docket;
    private final Dispatcher dispatcher;
    private final MongoTemplate mongo;
    private final Bodies bodies;

    DocketDoor(Docket<A> docket, Dispatcher dispatcher, MongoTemplate mongo, Bodies bodies) {
        this.docket = docket;
        this.dispatcher = dispatcher;
        this.mongo = mongo;
        this.bodies = bodies;
    }

    public ResponseEntity<Object> open(@RequestBody(required = false) @Nullable JsonNode body, Act act) {
        var open = docket.open;
        if (open == null) {
            return answer(Outcome.notFound(), act);
        }
        if (!open.who().isEmpty() && !act.actor().hasAny(open.who())) {
            return answer(
                    Outcome.refused(
                            Kind.FORBIDDEN_ROLE,
                            Reason.of("FORBIDDEN_ROLE")
                                    .required(open.who(), act.actor().roles())),
                    act);
        }
        return answer(open(open, body, act), act);
    }

    private <B> Outcome<A> open(Docket.Open<A, B> open, @Nullable JsonNode body, Act act) {
        return dispatcher.open(docket, open.opening(), bodies.require(body, open.body()), act);
    }

    public ResponseEntity<Object> read(@PathVariable String id, Actor actor, Act act) {
        var subject = mongo.findById(id, docket.type);
        if (subject == null || !mayRead(subject, actor)) {
            return answer(Outcome.notFound(), act);
        }
        return answer(Outcome.done(subject), act);
    }

    private boolean mayRead(A subject, Actor actor) {
        return docket.isParty(subject, actor)
                || docket.officerMayRead(actor) && actor.mayActIn(subject.file().district());
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
                    : name.equals("district") ? "file.district" : docket.filters.get(name);
            if (field != null && !value.isBlank()) {
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
        var rows = mongo.find(Query.query(combined).with(Sort.by("_id")).limit(size + 1), docket.type);
        var page = Page.of(rows, size, CaseRecord::id);
        var items =
                page.items().stream().map(row -> docket.view.apply(row, actor)).toList();
        return Outcome.done(new Page<>(items, page.next()));
    }

    /// What an actor may see: officers their district, parties what names them; nothing else.
    private @Nullable List<Criteria> scope(Actor actor) {
        if (docket.officerMayRead(actor)) {
            return actor.county() == null
                    ? List.of()
                    : List.of(Criteria.where("file.district").is(actor.county()));
        }
        var own = docket.parties.stream()
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
            Act act) {
        var wanted = docket.bodyOf(command);
        if (wanted == null) {
            return answer(
                    Outcome.refused(Kind.NOT_FOUND, Reason.of("UNKNOWN_COMMAND").required(docket.handled(), command)),
                    act);
        }
        var subject = mongo.findById(id, docket.type);
        if (subject == null) {
            return answer(Outcome.notFound(), act);
        }
        var early = dispatcher.objection(docket, subject, command, act.actor());
        if (early != null) {
            return answer(Outcome.refused(early), act);
        }
        var read = bodies.read(body, wanted, false);
        if (read.value() == null) {
            return answer(Outcome.refused(new Refusal(Kind.VALIDATION, read.faults(), null)), act);
        }
        return answer(dispatcher.fire(docket, id, command, read.value(), act, version(match)), act);
    }

    private static @Nullable Long version(@Nullable String match) {
        if (match == null || match.equals("*")) {
            return null;
        }
        var digits = match.replace("W/", "").replace("\"", "");
        return digits.matches("[0-9]{1,18}") ? Long.valueOf(digits) : Long.valueOf(-1);
    }

    private ResponseEntity<Object> answer(Outcome<A> outcome, Act act) {
        var shown = outcome.<Object>map(subject -> docket.view.apply(subject, act.actor()));
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
