package cn.sanming.migrant.subsidy.disbursement;

import cn.sanming.migrant.subsidy.approval.BankWord;
import cn.sanming.migrant.subsidy.disbursement.PaymentLine.State;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// The payments of all batches. A payment changes by one conditional update from the state it is expected in, so
/// that whoever comes second changes nothing.
@Component
public class PaymentLines implements BankWord {

    private final MongoTemplate mongo;

    public PaymentLines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<LocalDate> paidOn(String batchId, String applicationId) {
        return find(PaymentLine.refOf(batchId, applicationId))
                .filter(line -> line.state() == State.PAID)
                .map(PaymentLine::paidOn);
    }

    public Optional<PaymentLine> find(String ref) {
        return Optional.ofNullable(mongo.findById(ref, PaymentLine.class));
    }

    public List<PaymentLine> among(Collection<String> refs) {
        return mongo.find(Query.query(Criteria.where("_id").in(refs)), PaymentLine.class);
    }

    /// Adds those that do not stand there yet.
    public void add(List<PaymentLine> wanted) {
        var known = among(wanted.stream().map(PaymentLine::ref).toList()).stream()
                .map(PaymentLine::ref)
                .collect(Collectors.toSet());
        var fresh = wanted.stream().filter(line -> !known.contains(line.ref())).toList();
        if (!fresh.isEmpty()) {
            mongo.insertAll(fresh);
        }
    }

    /// All payments of a batch in one state, one after the other, never all at once.
    public void each(String batchId, Set<State> states, Consumer<PaymentLine> visitor) {
        try (var lines = mongo.stream(in(batchId, states).with(Sort.by("_id")), PaymentLine.class)) {
            lines.forEach(visitor);
        }
    }

    public List<PaymentLine> page(String batchId, @Nullable State state, @Nullable String after, int limit) {
        var wanted = Criteria.where("batchId").is(batchId);
        if (state != null) {
            wanted = wanted.and("state").is(state);
        }
        return mongo.find(
                Query.query(after == null ? wanted : wanted.and("_id").gt(after))
                        .with(Sort.by("_id"))
                        .limit(limit),
                PaymentLine.class);
    }

    public boolean any(String batchId, State state) {
        return mongo.exists(in(batchId, Set.of(state)), PaymentLine.class);
    }

    private static Query in(String batchId, Set<State> states) {
        return Query.query(Criteria.where("batchId").is(batchId).and("state").in(states));
    }

    public Tally tally(String batchId) {
        try (var lines = mongo.stream(Query.query(Criteria.where("batchId").is(batchId)), PaymentLine.class)) {
            return Tally.of(lines);
        }
    }

    /// From now on none of them can be taken out by hand.
    public void sendAll(String batchId) {
        mongo.updateMulti(
                in(batchId, Set.of(State.COLLECTED)), new Update().set("state", State.SENT), PaymentLine.class);
    }

    public void takeOut(Collection<String> refs, State from, String why) {
        mongo.updateMulti(
                Query.query(Criteria.where("_id").in(refs).and("state").is(from)),
                new Update().set("state", State.TAKEN_OUT).set("note", why),
                PaymentLine.class);
    }

    public void takeOutAll(String batchId, String why) {
        mongo.updateMulti(
                in(batchId, Set.of(State.COLLECTED)),
                new Update().set("state", State.TAKEN_OUT).set("note", why),
                PaymentLine.class);
    }

    public void paid(String ref, LocalDate on) {
        mongo.updateFirst(sent(ref), new Update().set("state", State.PAID).set("paidOn", on), PaymentLine.class);
    }

    public void failed(String ref, String why) {
        mongo.updateFirst(sent(ref), new Update().set("state", State.FAILED).set("note", why), PaymentLine.class);
    }

    private static Query sent(String ref) {
        return Query.query(Criteria.where("_id").is(ref).and("state").is(State.SENT));
    }
}
