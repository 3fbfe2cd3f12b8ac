package cn.sanming.migrant.wage.payroll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All payrolls, without their lines.
@Component
public class Payrolls {

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
