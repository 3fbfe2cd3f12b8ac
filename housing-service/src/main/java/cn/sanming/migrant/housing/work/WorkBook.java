package cn.sanming.migrant.housing.work;

import cn.sanming.migrant.platform.reference.Divisions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Our own copy of who worked where (用工副本). Events fill it; the wage department is asked once a day, and again
/// after an event it has not told of, because only its answer knows when jobs ended.
@Component
public class WorkBook {

    private static final int ATTEMPTS = 5;

    private final MongoTemplate mongo;
    private final WageDepartment wages;

    WorkBook(MongoTemplate mongo, WageDepartment wages) {
        this.mongo = mongo;
        this.wages = wages;
    }

    /// What is known of somebody's work on a day. A silent wage department makes the answer degraded, never empty-
    /// handed.
    ///
    /// @param papers what an officer has seen on paper
    public WorkHistory of(String personId, LocalDate today, List<Spell> papers) {
        var known = find(personId);
        if (!known.isOf(today)) {
            var answer = wages.jobsOf(personId);
            if (answer.isPresent()) {
                known = change(personId, record -> record.answered(answer.get(), today));
            }
        }
        boolean degraded = !known.isOf(today);
        var spells = new ArrayList<>(degraded ? known.answeredUntilAsked() : known.answered());
        if (degraded) {
            // what events told since; a job that the last answer knew is better known from there
            known.told().stream()
                    .filter(spell -> spells.stream().noneMatch(spell::sameJobAs))
                    .forEach(spells::add);
        }
        spells.addAll(papers);
        return new WorkHistory(
                spells.stream().filter(spell -> inSanming(spell.district())).toList(), degraded, today);
    }

    /// An event of the wage department spoke of a job.
    public void hear(String personId, Spell spell) {
        change(personId, record -> record.hears(spell));
    }

    private WorkRecord find(String personId) {
        var found = mongo.findById(personId, WorkRecord.class);
        return found == null ? WorkRecord.empty(personId) : found;
    }

    private WorkRecord change(String personId, UnaryOperator<WorkRecord> what) {
        for (int attempt = 1; ; attempt++) {
            var known = find(personId);
            var changed = what.apply(known);
            if (changed == known) {
                return known;
            }
            try {
                return mongo.save(changed);
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static boolean inSanming(@Nullable String district) {
        return district == null
                || Divisions.sanming()
                        .find(Divisions.sanming().current(district))
                        .isPresent();
    }
}
