package cn.sanming.migrant.training.seat;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// Gives out places one conditional write at a time, so that parallel requests never share one. Every call may be
/// repeated.
@Component
public class Seats {

    private final MongoTemplate mongo;

    Seats(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// @param of what has the places; @param holder who wants one; @param capacity how many there are
    /// @return whether the holder has a place now, by this or an earlier call
    public boolean take(String of, String holder, int capacity, LocalDate on) {
        if (keeps(of, holder, on)) {
            return true;
        }
        open(of);
        var free = Query.query(Criteria.where("_id")
                .is(of)
                .and(field(holder))
                .exists(false)
                .and("taken")
                .lt(capacity));
        var taken = new Update().inc("taken", 1).set(field(holder), on);
        return mongo.updateFirst(free, taken, SeatPlan.class).getModifiedCount() == 1 || keeps(of, holder, on);
    }

    /// Gives a place back, unless its holder has asked for it again since it was looked at.
    public void release(String of, String holder, LocalDate since) {
        var held = Query.query(Criteria.where("_id").is(of).and(field(holder)).is(since));
        mongo.updateFirst(held, new Update().inc("taken", -1).unset(field(holder)), SeatPlan.class);
    }

    public Map<String, LocalDate> holders(String of) {
        var plan = mongo.findById(of, SeatPlan.class);
        return plan == null ? Map.of() : plan.holders();
    }

    private boolean keeps(String of, String holder, LocalDate on) {
        var held = Query.query(Criteria.where("_id").is(of).and(field(holder)).exists(true));
        return mongo.updateFirst(held, new Update().set(field(holder), on), SeatPlan.class)
                        .getMatchedCount()
                == 1;
    }

    private void open(String of) {
        if (mongo.findById(of, SeatPlan.class) == null) {
            try {
                mongo.insert(new SeatPlan(of, 0, Map.of()));
            } catch (DuplicateKeyException _) {
                // somebody opened it at the same moment
                return;
            }
        }
    }

    private static String field(String holder) {
        return "holders." + holder;
    }
}
