package cn.sanming.migrant.job.placement;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/// A public-welfare post is a placement too: it begins and ends with the post.
@Component
class WelfarePostReaction {

    private final PlacementDesk desk;
    private final MongoTemplate mongo;
    private final Clock clock;

    record Placed(String personId, String employerUscc, String districtCode, LocalDate startOn) {}

    record Ended(String personId, String employerUscc, LocalDate endOn, String reason) {}

    WelfarePostReaction(PlacementDesk desk, MongoTemplate mongo, Clock clock) {
        this.desk = desk;
        this.mongo = mongo;
        this.clock = clock;
    }

    @OnEvent(value = "job.post.placed", id = "note-welfare-post-placed")
    void placed(Placed post, Received event) {
        desk.keep(
                        facts(post.personId(), post.employerUscc(), post.districtCode(), post.startOn()),
                        event.react(clock.instant()))
                .orRetry();
    }

    @OnEvent(value = "job.post.ended", id = "note-welfare-post-ended")
    void ended(Ended post, Received event) {
        var working = Query.query(Criteria.where("personId")
                .is(post.personId())
                .and("employerUscc")
                .is(post.employerUscc())
                .and("file.state")
                .is(Placement.State.WORKING.name()));
        for (var placement : mongo.find(working, Placement.class)) {
            if (placement.end(post.endOn(), post.reason(), event.react(clock.instant()))) {
                mongo.save(placement);
            }
        }
    }

    private static Placement.Facts facts(String person, String employer, String district, LocalDate startOn) {
        return new Placement.Facts(
                person, employer, district, startOn, Placement.Source.WELFARE_POST, null, null, null, null);
    }
}
