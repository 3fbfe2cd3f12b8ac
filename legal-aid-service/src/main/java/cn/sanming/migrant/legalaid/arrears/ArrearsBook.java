package cn.sanming.migrant.legalaid.arrears;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// The copy of all arrears known here (欠薪台账).
@Component
public class ArrearsBook {

    private static final int MOST = 200;

    private final MongoTemplate mongo;

    ArrearsBook(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<ArrearsFact> find(String arrearsId) {
        return Optional.ofNullable(mongo.findById(arrearsId, ArrearsFact.class));
    }

    /// Whether something newer than this event is already known of the arrears.
    public boolean isOutdated(String arrearsId, long sequence) {
        return find(arrearsId).filter(fact -> fact.sequence() > sequence).isPresent();
    }

    /// Who was owed according to this event or an earlier one; nobody if the event is outdated.
    public Set<String> owedUpTo(String arrearsId, long sequence) {
        return find(arrearsId)
                .filter(fact -> fact.sequence() <= sequence)
                .map(fact -> Set.copyOf(fact.personIds()))
                .orElse(Set.of());
    }

    public List<ArrearsFact> openOf(String employerUscc) {
        var query = Query.query(Criteria.where("employerUscc")
                        .is(employerUscc)
                        .and("clearedOn")
                        .is(null))
                .with(Sort.by("_id"))
                .limit(Limit.of(MOST));
        return mongo.find(query, ArrearsFact.class);
    }

    /// Enters what was detected, unless something newer is already there.
    public void enter(ArrearsFact told) {
        var known = find(told.id()).orElse(null);
        if (known == null) {
            mongo.insert(told);
        } else if (told.sequence() > known.sequence()) {
            mongo.save(newer(known, told));
        }
    }

    /// Enters that nothing is owed any more; who was owed stays known.
    public void clear(String arrearsId, long sequence, String employerUscc, Money total, LocalDate on) {
        enter(new ArrearsFact(arrearsId, null, sequence, employerUscc, null, null, List.of(), total, null, null, on));
    }

    /// Enters that force majeure stops the alert: open no more until it is detected anew; who is owed stays known.
    public void excuse(String arrearsId, long sequence, String employerUscc, Money total, LocalDate on) {
        clear(arrearsId, sequence, employerUscc, total, on);
    }

    /// Enters that there was no force majeure after all: open again.
    public void reinstate(String arrearsId, long sequence, String employerUscc, Money total) {
        enter(new ArrearsFact(arrearsId, null, sequence, employerUscc, null, null, List.of(), total, null, null, null));
    }

    private static ArrearsFact newer(ArrearsFact known, ArrearsFact told) {
        return new ArrearsFact(
                known.id(),
                known.version(),
                told.sequence(),
                told.employerUscc(),
                or(told.projectId(), known.projectId()),
                or(told.period(), known.period()),
                told.personIds().isEmpty() ? known.personIds() : told.personIds(),
                told.total(),
                or(told.effectiveDueDate(), known.effectiveDueDate()),
                or(told.level(), known.level()),
                told.clearedOn());
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
