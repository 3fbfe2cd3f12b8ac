package cn.sanming.migrant.wage.arrears;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// How a firm paid so far (欠薪记录), as the rate of a deposit depends on it: its own arrears and those on its sites.
@Component
public class ArrearsHistory {

    private final MongoTemplate mongo;

    ArrearsHistory(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// Whether wages that fell due on the day or later were, or are, in arrears; force majeure does not count.
    public boolean everSince(String uscc, LocalDate from) {
        return last(uscc).filter(due -> !due.isBefore(from)).isPresent();
    }

    /// The latest due day that was missed, if any ever was.
    public Optional<LocalDate> last(String uscc) {
        var query = Query.query(
                        Criteria.where("firms").is(uscc).and("forceMajeure").is(null))
                .with(Sort.by(Sort.Direction.DESC, "of.effectiveDueDate"))
                .limit(1);
        return Optional.ofNullable(mongo.findOne(query, Arrears.class))
                .map(arrears -> arrears.of().effectiveDueDate());
    }
}
