package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.reference.Money;
import cn.sanming.migrant.wage.payroll.PayrollLine.Confirmation;
import cn.sanming.migrant.wage.payroll.PayrollLine.Payment;
import cn.sanming.migrant.wage.payroll.PayrollLine.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// All lines of all payrolls, found by payroll or by worker. Whole payrolls are read in pages.
@Component
public class PayrollLines {

    static final int PAGE = 1000;

    private static final int NEVER = Standing.NEVER;

    private final MongoTemplate mongo;

    /// What some lines come to.
    public record Sum(int lines, Money net) {}

    PayrollLines(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<PayrollLine> find(String lineId) {
        return Optional.ofNullable(mongo.findById(lineId, PayrollLine.class));
    }

    public Optional<PayrollLine> of(Payroll payroll, String personId) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(inForce(payroll).and("personId").is(personId)), PayrollLine.class));
    }

    /// All lines a worker ever had on a payroll, the one in force last (明细沿革).
    List<PayrollLine> history(Payroll payroll, String personId) {
        var all = Criteria.where("payrollId")
                .is(payroll.id())
                .and("personId")
                .is(personId)
                .and("standing.from")
                .lte(payroll.number());
        return mongo.find(Query.query(all).with(Sort.by("standing.from")), PayrollLine.class);
    }

    /// @param after the worker whose line was the last of the page before
    List<PayrollLine> page(
            Payroll payroll, @Nullable Boolean confirmed, @Nullable Boolean paid, String after, int size) {
        var wanted = inForce(payroll).and("personId").gt(after);
        marked(wanted, "standing.confirmed", confirmed);
        marked(wanted, "standing.paid", paid);
        return mongo.find(Query.query(wanted).with(Sort.by("personId")).limit(size), PayrollLine.class);
    }

    private static void marked(Criteria wanted, String mark, @Nullable Boolean set) {
        if (set != null) {
            var condition = wanted.and(mark);
            if (set) {
                condition.lt(NEVER);
            } else {
                condition.is(NEVER);
            }
        }
    }

    /// A worker's lines, the latest month first. Some may belong to changes that hold nothing yet.
    ///
    /// @param after the last line of the page before
    public List<PayrollLine> ofWorker(String personId, @Nullable PayrollLine after, int size) {
        var wanted = Criteria.where("personId").is(personId);
        if (after != null) {
            wanted.orOperator(
                    Criteria.where("period").lt(after.period().toString()),
                    Criteria.where("period")
                            .is(after.period().toString())
                            .and("_id")
                            .lt(after.id()));
        }
        var order = Sort.by(Sort.Direction.DESC, "period", "_id");
        return mongo.find(Query.query(wanted).with(order).limit(size), PayrollLine.class);
    }

    /// The payrolls on which a worker stands, or once stood; as many as months of work.
    public Set<String> payrollsOf(String personId) {
        return Set.copyOf(mongo.findDistinct(
                Query.query(Criteria.where("personId").is(personId)), "payrollId", PayrollLine.class, String.class));
    }

    /// @param after the worker whose line was the last of the page before
    public List<PayrollLine> unpaidPage(Payroll payroll, String after, int size) {
        return page(payroll, null, false, after, size);
    }

    void each(Payroll payroll, Consumer<PayrollLine> step) {
        walk(payroll, null, step);
    }

    /// The lines nobody has been credited for.
    public void eachUnpaid(Payroll payroll, Consumer<PayrollLine> step) {
        if (payroll.tally().unpaid() > 0) {
            walk(payroll, false, step);
        }
    }

    private void walk(Payroll payroll, @Nullable Boolean paid, Consumer<PayrollLine> step) {
        var after = "";
        for (var page = page(payroll, null, paid, after, PAGE);
                !page.isEmpty();
                page = page(payroll, null, paid, after, PAGE)) {
            page.forEach(step);
            after = page.getLast().personId();
        }
    }

    long unconfirmed(Payroll payroll) {
        return mongo.count(
                Query.query(inForce(payroll).and("standing.confirmed").gt(payroll.number())), PayrollLine.class);
    }

    /// What the lines of these workers come to that are not paid yet.
    Sum unpaid(Payroll payroll, Collection<String> personIds) {
        int lines = 0;
        var net = Money.ZERO;
        for (var some : batches(personIds)) {
            var wanted = inForce(payroll)
                    .and("personId")
                    .in(some)
                    .and("standing.paid")
                    .gt(payroll.number());
            for (var line : mongo.find(Query.query(wanted), PayrollLine.class)) {
                lines++;
                net = net.plus(line.wage().net());
            }
        }
        return new Sum(lines, net);
    }

    /// How many of these workers have a line.
    int known(Payroll payroll, Collection<String> personIds) {
        int lines = 0;
        for (var some : batches(personIds)) {
            lines += (int)
                    mongo.count(Query.query(inForce(payroll).and("personId").in(some)), PayrollLine.class);
        }
        return lines;
    }

    /// A worker's tap: one small write, of this line alone.
    ///
    /// @return whether the line was still to be confirmed
    boolean confirm(PayrollLine line, int number, Confirmation confirmation) {
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(line.id())
                                        .and("standing.confirmed")
                                        .is(NEVER)),
                                Update.update("standing.confirmed", number).set("confirmation", confirmation),
                                PayrollLine.class)
                        .getModifiedCount()
                == 1;
    }

    /// Writes lines that hold from a change on, and ends others with it.
    ///
    /// @param live asked before every batch; nothing more is written when it says no
    boolean prepare(List<PayrollLine> added, List<String> ended, int number, BooleanSupplier live) {
        for (var some : batches(added)) {
            if (!live.getAsBoolean()) {
                return false;
            }
            mongo.insert(some, PayrollLine.class);
        }
        for (var some : batches(ended)) {
            if (!live.getAsBoolean()) {
                return false;
            }
            mongo.updateMulti(
                    Query.query(
                            Criteria.where("_id").in(some).and("standing.until").is(NEVER)),
                    Update.update("standing.until", number),
                    PayrollLine.class);
        }
        return live.getAsBoolean();
    }

    /// @param personIds whom the signed sheet names, or all
    void prepareConfirmation(
            Payroll payroll, @Nullable Collection<String> personIds, int number, Confirmation confirmation) {
        var change = Update.update("standing.confirmed", number).set("confirmation", confirmation);
        mark(payroll, "standing.confirmed", personIds, change);
    }

    /// @param personIds who was credited, or everybody who was not yet
    void preparePayment(Payroll payroll, @Nullable Collection<String> personIds, int number, Payment payment) {
        var change = Update.update("standing.paid", number).set("payment", payment);
        mark(payroll, "standing.paid", personIds, change);
    }

    private void mark(Payroll payroll, String mark, @Nullable Collection<String> personIds, Update change) {
        if (personIds == null) {
            mongo.updateMulti(Query.query(inForce(payroll).and(mark).is(NEVER)), change, PayrollLine.class);
            return;
        }
        for (var some : batches(personIds)) {
            var wanted = inForce(payroll).and(mark).is(NEVER).and("personId").in(some);
            mongo.updateMulti(Query.query(wanted), change, PayrollLine.class);
        }
    }

    /// Undoes whatever was prepared beyond a number.
    void undo(String payrollId, int base) {
        var all = Criteria.where("payrollId").is(payrollId).and("standing.from").gt(base);
        mongo.remove(Query.query(all), PayrollLine.class);
        undo(payrollId, base, "standing.until", null);
        undo(payrollId, base, "standing.confirmed", "confirmation");
        undo(payrollId, base, "standing.paid", "payment");
    }

    private void undo(String payrollId, int base, String mark, @Nullable String detail) {
        var prepared =
                Criteria.where("payrollId").is(payrollId).and(mark).gt(base).lt(NEVER);
        var back = Update.update(mark, NEVER);
        mongo.updateMulti(Query.query(prepared), detail == null ? back : back.unset(detail), PayrollLine.class);
    }

    private static Criteria inForce(Payroll payroll) {
        return Criteria.where("payrollId")
                .is(payroll.id())
                .and("standing.from")
                .lte(payroll.number())
                .and("standing.until")
                .gt(payroll.number());
    }

    private static <T> List<List<T>> batches(Collection<T> all) {
        var list = List.copyOf(all);
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += PAGE) {
            batches.add(list.subList(from, Math.min(list.size(), from + PAGE)));
        }
        return batches;
    }
}
