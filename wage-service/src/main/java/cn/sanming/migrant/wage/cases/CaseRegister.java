package cn.sanming.migrant.wage.cases;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The cases and orders of an employer, for its wage record; no workers in it.
@Component
public class CaseRegister {

    private final MongoTemplate mongo;

    CaseRegister(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// One case in the record of its employer.
    public record Mark(
            String caseId,
            String state,
            LocalDate receivedOn,
            int workers,
            Money due,
            Money outstanding,
            @Nullable String orderId,
            @Nullable LocalDate orderDueOn,
            boolean defaulted,
            @Nullable LocalDate paidOn) {}

    public List<Mark> ofEmployer(String uscc) {
        return mongo
                .find(Query.query(Criteria.where("employerUscc").is(uscc)).with(Sort.by("_id")), ArrearsCase.class)
                .stream()
                .map(CaseRegister::mark)
                .toList();
    }

    private static Mark mark(ArrearsCase subject) {
        var order = subject.order();
        var sums = subject.reckoning(null);
        return new Mark(
                subject.id(),
                subject.file().state(),
                subject.intake().receivedOn(),
                sums.lines().size(),
                sums.due(),
                sums.outstanding(),
                order == null ? null : order.id(),
                order == null ? null : order.dueOn(),
                subject.file().last("default").isPresent(),
                subject.payments().paidOn());
    }
}
