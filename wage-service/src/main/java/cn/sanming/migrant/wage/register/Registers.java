package cn.sanming.migrant.wage.register;

import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import cn.sanming.migrant.platform.web.Page;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The three things every register does: enter a record once, change it under its version, show a page of it.
@Component
public final class Registers {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;

    Registers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Enters a record, or says where the one stands that it collides with.
    ///
    /// @param other path of that record, asked for after the collision
    public <A> Outcome<A> enter(A record, String location, Function<A, String> other) {
        try {
            return Outcome.created(mongo.insert(record), location);
        } catch (DuplicateKeyException _) {
            return Outcome.duplicate(other.apply(record));
        }
    }

    /// Changes a record in memory and saves it only if the verdict grants it.
    ///
    /// @param mayAct who may not act on it does not learn that it exists
    public <A> Outcome<A> change(Class<A> type, String id, Predicate<A> mayAct, Function<A, Verdict> step) {
        for (int attempt = 1; ; attempt++) {
            var record = mongo.findById(id, type);
            if (record == null || !mayAct.test(record)) {
                return Outcome.notFound();
            }
            switch (step.apply(record)) {
                case Verdict.Refused(Refusal refusal) -> {
                    return Outcome.refused(refusal);
                }
                case Verdict.Granted _ -> {
                    try {
                        return Outcome.done(mongo.save(record));
                    } catch (OptimisticLockingFailureException e) {
                        if (attempt == ATTEMPTS) {
                            return Outcome.refused(Refusal.Kind.VERSION_CONFLICT);
                        }
                    }
                }
            }
        }
    }

    public <A> Optional<A> find(Class<A> type, String id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    /// A page in the order of ids. Fields without a value do not filter.
    public <A> Page<A> page(
            Class<A> type,
            Function<A, String> id,
            Map<String, ? extends @Nullable Object> fields,
            @Nullable String after,
            @Nullable Integer limit) {
        var wanted = new Criteria();
        for (var field : fields.entrySet()) {
            if (field.getValue() != null) {
                wanted = wanted.and(field.getKey()).is(field.getValue());
            }
        }
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        return Page.of(mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), type), size, id);
    }

    public static <A, V> Page<V> shown(Page<A> page, Function<A, V> view) {
        return new Page<>(page.items().stream().map(view).toList(), page.next());
    }
}
