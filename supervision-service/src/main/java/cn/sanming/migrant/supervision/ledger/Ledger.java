package cn.sanming.migrant.supervision.ledger;

import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.supervision.catalogue.Catalogue;
import cn.sanming.migrant.supervision.catalogue.EventCard;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Writes each event down once and finds it again.
@Component
public class Ledger {

    private final MongoTemplate mongo;
    private final Catalogue catalogue;

    public Ledger(MongoTemplate mongo, Catalogue catalogue) {
        this.mongo = mongo;
        this.catalogue = catalogue;
    }

    /// Keeps an event; a repetition finds the entry that is there.
    public LedgerEntry keep(Received event, Instant now) {
        var withheld = catalogue.event(event.type()).map(EventCard::withheld).orElse(List.of());
        var entry = LedgerEntry.of(event, withheld, now);
        try {
            return mongo.insert(entry);
        } catch (DuplicateKeyException e) {
            return Objects.requireNonNull(mongo.findById(event.id(), LedgerEntry.class));
        }
    }

    public Optional<LedgerEntry> find(String eventId) {
        return Optional.ofNullable(mongo.findById(eventId, LedgerEntry.class));
    }

    public List<LedgerEntry> findAll(Collection<String> eventIds) {
        return mongo.find(Query.query(Criteria.where("_id").in(eventIds)).with(Sort.by("order")), LedgerEntry.class);
    }

    /// What concerns a subject and all that followed from it in other departments (关联事项), in order of time: the
    /// tasks an alarm became, the dispute, the aid.
    ///
    /// @param district only what happened there or in no particular county
    List<LedgerEntry> story(String subject, @Nullable String district, int limit) {
        var story = new LinkedHashMap<String, LedgerEntry>();
        var found = timeline(subject, null, district, limit);
        while (!found.isEmpty() && story.size() < limit) {
            found.forEach(entry -> story.putIfAbsent(entry.id(), entry));
            var causes = found.stream().map(LedgerEntry::id).toList();
            found = consequences(causes, district, limit).stream()
                    .filter(entry -> !story.containsKey(entry.id()))
                    .toList();
        }
        return story.values().stream()
                .sorted(Comparator.comparing(LedgerEntry::order))
                .limit(limit)
                .toList();
    }

    private List<LedgerEntry> consequences(List<String> causes, @Nullable String district, int limit) {
        var criteria = Criteria.where("causationId").in(causes);
        if (district != null) {
            criteria = criteria.and("district").in(district, null);
        }
        return mongo.find(Query.query(criteria).limit(limit), LedgerEntry.class);
    }

    /// @param after    the cursor of the page before
    /// @param district only what happened there or in no particular county
    List<LedgerEntry> timeline(String subject, @Nullable String after, @Nullable String district, int limit) {
        var criteria = Criteria.where("subjects").is(subject);
        if (after != null) {
            criteria = criteria.and("order").gt(after);
        }
        if (district != null) {
            criteria = criteria.and("district").in(district, null);
        }
        return mongo.find(Query.query(criteria).with(Sort.by("order")).limit(limit), LedgerEntry.class);
    }
}
