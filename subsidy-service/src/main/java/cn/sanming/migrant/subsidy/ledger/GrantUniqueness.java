package cn.sanming.migrant.subsidy.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// What may be granted only once (一次性): a person's reward, a month of a post, a certificate. Each is a reservation of
/// the one and only: line and reservation are one document, whose id is what it is about, so its four writes are one.
@Component
public class GrantUniqueness {

    private final MongoTemplate mongo;
    private final Clock machine;

    /// @param state HELD, or SPENT once the claim that has it is paid
    /// @param watch since when nobody has confirmed that it stands behind a saved decision
    @Document("grants-once")
    public record Mark(
            @Id String id,
            @Indexed String claim,
            String token,
            ReservationState state,
            @Indexed(sparse = true) @Nullable Instant watch) {}

    @Autowired
    GrantUniqueness(MongoTemplate mongo) {
        this(mongo, Clock.systemUTC());
    }

    GrantUniqueness(MongoTemplate mongo, Clock machine) {
        this.mongo = mongo;
        this.machine = machine;
    }

    /// All of them or none.
    ///
    /// @return whether the claim has them now, by this or an earlier call
    public boolean take(List<String> marks, String claim, String token) {
        var mine = new ArrayList<String>();
        for (var mark : marks) {
            if (!take(mark, claim, token)) {
                release(mine, claim, token);
                return false;
            }
            mine.add(mark);
        }
        return true;
    }

    private boolean take(String mark, String claim, String token) {
        try {
            mongo.insert(new Mark(mark, claim, token, ReservationState.HELD, machine.instant()));
            return true;
        } catch (DuplicateKeyException _) {
            var mine = Criteria.where("_id").is(mark).and("claim").is(claim);
            return mongo.updateFirst(
                                    Query.query(mine),
                                    new Update().set("token", token).set("watch", machine.instant()),
                                    Mark.class)
                            .getMatchedCount()
                    == 1;
        }
    }

    public boolean takenByAnother(String mark, String claim) {
        var found = mongo.findById(mark, Mark.class);
        return found != null && !found.claim().equals(claim);
    }

    /// Gives marks back; whoever has taken them anew since keeps them.
    public void release(List<String> marks, String claim, String token) {
        if (!marks.isEmpty()) {
            var mine = Criteria.where("_id")
                    .in(marks)
                    .and("claim")
                    .is(claim)
                    .and("token")
                    .is(token);
            mongo.remove(Query.query(mine), Mark.class);
        }
    }

    /// Brings a mark to where its claim stands; told again, it changes nothing.
    public void bring(Mark known, ReservationState to) {
        var same = Criteria.where("_id")
                .is(known.id())
                .and("claim")
                .is(known.claim())
                .and("token")
                .is(known.token());
        switch (to) {
            case ASKED, RELEASED -> mongo.remove(Query.query(same), Mark.class);
            case HELD, SPENT ->
                mongo.updateFirst(
                        Query.query(same.and("watch").is(known.watch())),
                        new Update().set("state", to).unset("watch"),
                        Mark.class);
        }
    }

    public List<Mark> of(String claim) {
        return mongo.find(Query.query(Criteria.where("claim").is(claim)), Mark.class);
    }

    public List<Mark> watchedBefore(Instant instant, int most) {
        return mongo.find(Query.query(Criteria.where("watch").lt(instant)).limit(most), Mark.class);
    }
}
