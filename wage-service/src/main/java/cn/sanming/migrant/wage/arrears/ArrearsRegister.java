package cn.sanming.migrant.wage.arrears;

import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.kernel.Outcome;
import cn.sanming.migrant.platform.kernel.Refusal;
import cn.sanming.migrant.platform.kernel.Verdict;
import java.util.Collection;
import java.util.List;
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

/// All arrears (欠薪台账). A change that was lost in a race is made again on what stands there now.
@Component
class ArrearsRegister {

    private static final int ATTEMPTS = 8;

    private final MongoTemplate mongo;

    ArrearsRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Arrears> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Arrears.class));
    }

    /// @param change says whether there is anything to save
    void change(String id, Predicate<Arrears> change) {
        retry(() -> {
            var arrears = mongo.findById(id, Arrears.class);
            if (arrears != null && change.test(arrears)) {
                mongo.save(arrears);
            }
            return true;
        });
    }

    void changeOrOpen(Arrears.Of of, @Nullable String district, Predicate<Arrears> change, CommandContext context) {
        retry(() -> {
            var known = mongo.findById(Arrears.idOf(of.payrollId()), Arrears.class);
            var arrears = known == null ? Arrears.of(of, district, context) : known;
            if (change.test(arrears)) {
                mongo.save(arrears);
            }
            return true;
        });
    }

    /// An officer's decision on arrears of the own district.
    Outcome<Arrears> decide(String id, Function<Arrears, Verdict> decision, CommandContext context) {
        return retry(() -> {
            var arrears = mongo.findById(id, Arrears.class);
            if (arrears == null || !context.actor().mayActIn(arrears.file().district())) {
                return Outcome.<Arrears>notFound();
            }
            return switch (decision.apply(arrears)) {
                case Verdict.Refused(Refusal refusal) -> Outcome.<Arrears>refused(refusal);
                case Verdict.Granted _ -> Outcome.done(mongo.save(arrears));
            };
        });
    }

    private interface Attempt<T> {
        T make();
    }

    private static <T> T retry(Attempt<T> attempt) {
        for (int count = 1; ; count++) {
            try {
                return attempt.make();
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (count == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    List<Arrears> openOf(Collection<String> payrollIds) {
        var ids = payrollIds.stream().map(Arrears::idOf).toList();
        return mongo.find(open(Criteria.where("_id").in(ids)), Arrears.class);
    }

    boolean isOpen(String path, String value) {
        return mongo.exists(open(Criteria.where(path).is(value)), Arrears.class);
    }

    private static Query open(Criteria whose) {
        return Query.query(whose.and("file.state").ne(ArrearsLevel.CLEARED.name()));
    }

    List<Arrears> page(Criteria wanted, int size) {
        return mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size), Arrears.class);
    }
}
