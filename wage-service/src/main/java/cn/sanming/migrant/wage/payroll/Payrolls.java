package cn.sanming.migrant.wage.payroll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All payrolls, without their lines.
@Component
public class Payrolls {

    private static final int PAGE = 200;

    private final MongoTemplate mongo;

    Payrolls(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<Payroll> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Payroll.class));
    }

    public Map<String, Payroll> find(Collection<String> ids) {
        var found = new HashMap<String, Payroll>();
        mongo.find(Query.query(Criteria.where("_id").in(Set.copyOf(ids))), Payroll.class)
                .forEach(payroll -> found.put(payroll.id(), payroll));
        return found;
    }

    /// The payrolls that fell due before the date and are not paid, the longest overdue first. They are read in pages
    /// by index, so that a long list may be changed while it is walked through.
    public Stream<Payroll> overdueOn(LocalDate date) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Overdue(date), Spliterator.ORDERED), false);
    }

    private final class Overdue implements Iterator<Payroll> {

        private final LocalDate date;
        private Iterator<Payroll> page = List.<Payroll>of().iterator();
        private @Nullable Payroll last;
        private boolean over;

        private Overdue(LocalDate date) {
            this.date = date;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !over) {
                var next = next(last);
                over = next.size() < PAGE;
                page = next.iterator();
            }
            return page.hasNext();
        }

        @Override
        public Payroll next() {
            last = page.next();
            return last;
        }

        private List<Payroll> next(@Nullable Payroll after) {
            var due = Criteria.where("openDue").lt(date.toString());
            if (after != null && after.openDue() != null) {
                due.gte(after.openDue().toString())
                        .orOperator(
                                Criteria.where("openDue").gt(after.openDue().toString()),
                                Criteria.where("_id").gt(after.id()));
            }
            var order = Sort.by("openDue", "_id");
            return mongo.find(Query.query(due).with(order).limit(PAGE), Payroll.class);
        }
    }

    /// The back-pay payrolls of a payroll, in order.
    List<Payroll> backPay(String payrollId) {
        return mongo.find(
                Query.query(Criteria.where("backPay.payrollId").is(payrollId)).with(Sort.by("backPay.running")),
                Payroll.class);
    }

    /// The unread rows of a payroll that no back pay has taken up.
    public List<Gap> openGaps(Payroll payroll) {
        if (payroll.gaps().isEmpty()) {
            return List.of();
        }
        var taken = new HashSet<Integer>();
        for (var other : backPay(payroll.id())) {
            if (other.backPay() != null) {
                taken.addAll(other.backPay().rows());
            }
        }
        var open = new ArrayList<>(payroll.gaps());
        open.removeIf(gap -> taken.contains(gap.row()));
        return open;
    }
}
