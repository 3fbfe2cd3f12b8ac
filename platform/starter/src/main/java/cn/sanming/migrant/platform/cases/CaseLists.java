package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Reason;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Refusal.Kind;
import cn.sanming.migrant.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/// Lists of one kind of case: filters that are declared, a cursor by id, and nothing that the caller may not see.
final class CaseLists<A extends CaseAggregate> {

    private final CaseDefinition<A> definition;
    private final MongoTemplate mongo;

    CaseLists(CaseDefinition<A> definition, MongoTemplate mongo) {
        this.definition = definition;
        this.mongo = mongo;
    }

    Outcome<Page<Object>> page(
            Map<String, String> query, @Nullable Integer limit, @Nullable String after, Actor actor) {
        var scope = scope(actor);
        if (scope == null) {
            return Outcome.refused(Kind.FORBIDDEN_ROLE, Reason.of("FORBIDDEN_ROLE"));
        }
        var criteria = new ArrayList<Criteria>();
        var faults = new ArrayList<Reason>();
        query.forEach((name, value) -> {
            var field = fieldOf(name);
            if (field != null && !value.isBlank()) {
                criteria.add(Criteria.where(field).is(value));
            } else if (!name.equals("limit") && !name.equals("after")) {
                // a filter that names nothing must not return everything
                faults.add(Reason.at("/" + name, field == null ? "UNKNOWN_FILTER" : "REQUIRED"));
            }
            if (name.equals("state") && !definition.lifecycle.states().contains(value)) {
                faults.add(Reason.at("/state", "UNKNOWN_STATE").required(definition.lifecycle.states(), value));
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

    private @Nullable String fieldOf(String name) {
        return switch (name) {
            case "state" -> "file.state";
            case "district" -> "file.district";
            case String other -> definition.filters.get(other);
        };
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
}
