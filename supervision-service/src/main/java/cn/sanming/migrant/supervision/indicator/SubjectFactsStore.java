package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.CalendarMissing;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Takes facts in and keeps the items of each facts of a subject as its formula says. Whoever wrote last looks
/// whether somebody added a fact meanwhile, and then writes again: so the items always end as those of all facts.
@Component
class SubjectFactsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SubjectFactsStore.class);
    private static final int ATTEMPTS = 20;

    private final MongoTemplate mongo;
    private final Freezes freezes;
    private final PolicyFigures policyFigures;

    SubjectFactsStore(MongoTemplate mongo, Freezes freezes, Policy policy, WorkingCalendar calendar) {
        this.mongo = mongo;
        this.freezes = freezes;
        this.policyFigures = new PolicyFigures(policy, calendar);
    }

    void take(IndicatorDefinition definition, Fact fact) {
        for (int attempt = 1; ; attempt++) {
            try {
                var known = mongo.findById(SubjectFacts.idOf(definition, fact), SubjectFacts.class);
                if (known == null) {
                    settle(definition, mongo.insert(SubjectFacts.of(definition, fact)), true);
                } else {
                    settle(definition, known.add(fact) ? mongo.save(known) : known, false);
                }
                return;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// @param fresh a facts of a subject that has only just begun has no items yet
    private void settle(IndicatorDefinition definition, SubjectFacts joined, boolean fresh) {
        for (var subjectFacts = joined; ; ) {
            write(definition, subjectFacts, fresh && subjectFacts == joined);
            var now = Objects.requireNonNull(mongo.findById(subjectFacts.id(), SubjectFacts.class));
            if (Objects.equals(now.version(), subjectFacts.version())) {
                return;
            }
            subjectFacts = now;
        }
    }

    private void write(IndicatorDefinition definition, SubjectFacts subjectFacts, boolean fresh) {
        var derived = derive(definition, subjectFacts);
        var stored = fresh ? List.<CountedFact>of() : itemsOf(subjectFacts.id());
        var correction = Correction.of(stored, derived, freezes.upTo(definition.id()));
        correction.put().forEach(item -> mongo.save(CountedRow.of(subjectFacts, item)));
        if (!correction.remove().isEmpty()) {
            var ids = correction.remove().stream()
                    .map(key -> CountedRow.idOf(subjectFacts.id(), key))
                    .toList();
            mongo.remove(Query.query(Criteria.where("_id").in(ids)), CountedRow.class);
        }
    }

    private List<CountedFact> derive(IndicatorDefinition definition, SubjectFacts subjectFacts) {
        @Nullable String waitsFor = null;
        List<CountedFact> items = List.of();
        try {
            items = Formulas.of(definition).items(subjectFacts.evidence(), definition, policyFigures);
        } catch (CalendarMissing e) {
            // not guessed: the nightly job asks again when the calendar of that year may be there
            waitsFor = e.code() + ' ' + e.year();
            LOG.warn("{} waits for the calendar of {}", definition.id(), e.year());
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            // an event that breaks its contract costs its own indicator one subject, and no other reaction
            waitsFor = "UNREADABLE_FACT";
            LOG.error("{} cannot read a fact of strand {}", definition.id(), subjectFacts.id(), e);
        }
        if (subjectFacts.waitFor(waitsFor)) {
            mongo.save(subjectFacts);
        }
        return items;
    }

    private List<CountedFact> itemsOf(String subjectFacts) {
        return mongo.find(Query.query(Criteria.where("subjectFacts").is(subjectFacts)), CountedRow.class).stream()
                .map(CountedRow::item)
                .toList();
    }

    /// Looks again at the facts of a subject that could not be judged.
    void retry(String id, Indicators indicators) {
        var waiting = mongo.findById(id, SubjectFacts.class);
        if (waiting != null) {
            indicators.find(waiting.indicator()).ifPresent(definition -> settle(definition, waiting, false));
        }
    }
}
