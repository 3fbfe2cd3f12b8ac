package cn.sanming.migrant.job.guidance;

import cn.sanming.migrant.job.worklist.RunningDeadlines;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// Talks that were agreed and have not yet been followed by another one (跟踪服务); measure 4.
@Component
class GuidanceFollowUps implements RunningDeadlines {

    private static final int AHEAD_DAYS = 14;

    private final MongoTemplate mongo;

    GuidanceFollowUps(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Due> dueOn(LocalDate on) {
        var agreed = Query.query(
                Criteria.where("followUpOn").lte(on.plusDays(AHEAD_DAYS).toString()));
        return mongo.find(agreed, GuidanceSession.class).stream()
                .filter(session -> session.followUpOn() != null && !followed(session))
                .map(session -> new Due(
                        "FOLLOW_UP_GUIDANCE",
                        session.id(),
                        session.district(),
                        Objects.requireNonNull(session.followUpOn())))
                .toList();
    }

    private boolean followed(GuidanceSession session) {
        var later = Query.query(Criteria.where("personId")
                .is(session.personId())
                .and("heldOn")
                .gt(session.heldOn().toString()));
        return mongo.exists(later, GuidanceSession.class);
    }
}
