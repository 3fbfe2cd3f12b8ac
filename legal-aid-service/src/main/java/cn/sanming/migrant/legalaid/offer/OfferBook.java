package cn.sanming.migrant.legalaid.offer;

import cn.sanming.migrant.platform.kernel.Actor;
import cn.sanming.migrant.platform.web.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// All offers, each under the id of what it follows from: a repeated or older event changes nothing.
@Component
class OfferBook {

    private final MongoTemplate mongo;

    OfferBook(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void put(Offer offer) {
        var known = find(offer.id()).orElse(null);
        if (known == null) {
            mongo.insert(offer);
        } else if (offer.sequence() > known.sequence()) {
            mongo.save(known.renewedBy(offer));
        }
    }

    /// What followed from this source lapses, unless it is among those to keep or newer than the word.
    void lapse(String sourceId, long sequence, Collection<String> keep) {
        for (var offer : of(sourceId)) {
            if (!keep.contains(offer.id()) && sequence > offer.sequence()) {
                mongo.save(offer.in(offer.state() == Offer.State.TAKEN ? offer.state() : Offer.State.LAPSED, sequence));
            }
        }
    }

    void recognise(String sourceId, LocalDate on) {
        of(sourceId).stream()
                .filter(offer -> offer.recognisedOn() == null)
                .forEach(offer -> mongo.save(offer.recognised(on)));
    }

    void take(Offer offer, String as) {
        if (!as.equals(offer.takenAs())) {
            mongo.save(offer.taken(as));
        }
    }

    Optional<Offer> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Offer.class));
    }

    private List<Offer> of(String sourceId) {
        return mongo.find(Query.query(Criteria.where("sourceId").is(sourceId)), Offer.class);
    }

    /// A worker's own offers, or those of the officer's district.
    Page<Offer.View> visibleTo(Actor actor, @Nullable String after, @Nullable Integer limit) {
        var wanted = actor.workerId() != null
                ? Criteria.where("personIds").is(actor.workerId())
                : actor.county() == null
                        ? new Criteria()
                        : Criteria.where("district").is(actor.county());
        if (after != null) {
            wanted = wanted.and("_id").gt(after);
        }
        int size = Page.limit(limit);
        var rows = mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), Offer.class);
        var page = Page.of(rows, size, Offer::id);
        return new Page<>(page.items().stream().map(Offer::view).toList(), page.next());
    }
}
