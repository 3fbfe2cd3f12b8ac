package cn.sanming.migrant.training.offer;

import cn.sanming.migrant.platform.kernel.Ids;
import cn.sanming.migrant.platform.web.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// All offers, each made to a person once for one thing: a repeated event changes nothing.
@Component
public class Offers {

    private final MongoTemplate mongo;

    Offers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// @param about what is offered, or what the offer follows from
    public void make(
            Offer.Kind kind,
            String personId,
            String about,
            String occupationCode,
            @Nullable Integer level,
            LocalDate on,
            String causeEventId) {
        var id = idOf(kind, personId, about);
        if (mongo.findById(id, Offer.class) != null) {
            return;
        }
        var offer = new Offer(id, personId, kind, Offer.State.OPEN, about, occupationCode, level, on, causeEventId);
        try {
            mongo.insert(offer);
        } catch (DuplicateKeyException _) {
            // the same offer was made at the same moment
            return;
        }
    }

    /// The worker asked for it.
    public void take(Offer.Kind kind, String personId, String about) {
        var open = Criteria.where("_id")
                .is(idOf(kind, personId, about))
                .and("state")
                .is(Offer.State.OPEN);
        become(open, Offer.State.TAKEN);
    }

    /// The worker asked for an appraisal in this occupation, whatever class the offer came from.
    public void takeAppraisals(String personId, String occupationCode) {
        var open = Criteria.where("personId")
                .is(personId)
                .and("kind")
                .is(Offer.Kind.APPRAISAL)
                .and("occupationCode")
                .is(occupationCode)
                .and("state")
                .is(Offer.State.OPEN);
        become(open, Offer.State.TAKEN);
    }

    /// What was offered can no longer be asked for.
    public void lapse(Collection<String> abouts) {
        become(Criteria.where("about").in(abouts).and("state").is(Offer.State.OPEN), Offer.State.LAPSED);
    }

    Page<Offer.View> of(String personId, @Nullable String after, @Nullable Integer limit) {
        int size = Page.limit(limit);
        var mine = Criteria.where("personId").is(personId);
        var wanted = after == null ? mine : mine.and("_id").gt(after);
        List<Offer> rows = mongo.find(Query.query(wanted).with(Sort.by("_id")).limit(size + 1), Offer.class);
        var page = Page.of(rows, size, Offer::id);
        return new Page<>(page.items().stream().map(Offer::view).toList(), page.next());
    }

    private void become(Criteria which, Offer.State state) {
        mongo.updateMulti(Query.query(which), Update.update("state", state), Offer.class);
    }

    private static String idOf(Offer.Kind kind, String personId, String about) {
        return Ids.of("of", kind.name(), personId, about);
    }
}
