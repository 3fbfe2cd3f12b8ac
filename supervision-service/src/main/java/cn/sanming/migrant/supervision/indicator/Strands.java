package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.reference.CalendarMissing;
import cn.sanming.migrant.platform.reference.Policy;
import cn.sanming.migrant.platform.reference.WorkingCalendar;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Takes facts in and keeps the items of each strand as its formula says. Whoever wrote last looks whether somebody
/// added a fact meanwhile, and then writes again: so the items always end as those of all facts.
@Component
class Strands {

    private static final Logger LOG = LoggerFactory.getLogger(Strands.class);
    private static final int ATTEMPTS = 20;

    private final MongoTemplate mongo;
    private final Freezes freezes;
    private final Yardsticks yardsticks;

    Strands(MongoTemplate mongo, Freezes freezes, Policy policy, WorkingCalendar calendar) {
        this.mongo = mongo;
        this.freezes = freezes;
        this.yardsticks = new Yardsticks(policy, calendar);
    }

    void take(Card card, Fact fact) {
        for (int attempt = 1; ; attempt++) {
            try {
                var known = mongo.findById(Strand.idOf(card, fact), Strand.class);
                if (known == null) {
                    settle(card, mongo.insert(Strand.of(card, fact)), true);
                } else {
                    settle(card, known.add(fact) ? mongo.save(known) : known, false);
                }
                return;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /// @param fresh a strand that has only just begun has no items yet
    private void settle(Card card, Strand joined, boolean fresh) {
        for (var strand = joined; ; ) {
            write(card, strand, fresh && strand == joined);
            var now = Objects.requireNonNull(mongo.findById(strand.id(), Strand.class));
            if (Objects.equals(now.version(), strand.version())) {
                return;
            }
            strand = now;
        }
    }

    private void write(Card card, Strand strand, boolean fresh) {
        var derived = derive(card, strand);
        var stored = fresh ? List.<Item>of() : itemsOf(strand.id());
        var settlement = Settlement.of(stored, derived, freezes.upTo(card.id()));
        settlement.put().forEach(item -> mongo.save(CountedItem.of(strand, item)));
        if (!settlement.remove().isEmpty()) {
            var ids = settlement.remove().stream()
                    .map(key -> CountedItem.idOf(strand.id(), key))
                    .toList();
            mongo.remove(Query.query(Criteria.where("_id").in(ids)), CountedItem.class);
        }
    }

    private List<Item> derive(Card card, Strand strand) {
        @Nullable String waitsFor = null;
        List<Item> items = List.of();
        try {
            items = Formulas.of(card).items(strand.evidence(), card, yardsticks);
        } catch (CalendarMissing e) {
            // not guessed: the nightly job asks again when the calendar of that year may be there
            waitsFor = e.code() + ' ' + e.year();
            LOG.warn("{} waits for the calendar of {}", card.id(), e.year());
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            // an event that breaks its contract costs its own indicator one subject, and no other reaction
            waitsFor = "UNREADABLE_FACT";
            LOG.error("{} cannot read a fact of strand {}", card.id(), strand.id(), e);
        }
        if (strand.waitFor(waitsFor)) {
            mongo.save(strand);
        }
        return items;
    }

    private List<Item> itemsOf(String strand) {
        return mongo.find(Query.query(Criteria.where("strand").is(strand)), CountedItem.class).stream()
                .map(CountedItem::item)
                .toList();
    }

    /// Looks again at the strands that could not be judged.
    int retry(Indicators indicators) {
        int looked = 0;
        try (Stream<Strand> waiting =
                mongo.stream(Query.query(Criteria.where("waitsFor").exists(true)), Strand.class)) {
            for (var strand : (Iterable<Strand>) waiting::iterator) {
                var card = indicators.find(strand.indicator());
                if (card.isPresent()) {
                    settle(card.get(), strand, false);
                    looked++;
                }
            }
        }
        return looked;
    }
}
