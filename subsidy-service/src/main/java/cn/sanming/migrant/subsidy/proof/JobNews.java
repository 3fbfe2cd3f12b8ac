package cn.sanming.migrant.subsidy.proof;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/// News of the job department. Each sets only its own fields, so that the end may arrive before the beginning.
@Component
class JobNews {

    private final MongoTemplate mongo;

    record Confirmed(
            String personId,
            String employerUscc,
            String districtCode,
            LocalDate startOn,
            String source,
            @Nullable String agencyUscc) {}

    record Ended(String personId, String employerUscc, LocalDate endOn) {}

    record Posted(
            String personId,
            String employerUscc,
            String districtCode,
            LocalDate startOn,
            LocalDate lastSubsidisedDay) {}

    record Registered(String personId, LocalDate registeredOn) {}

    record Cancelled(String personId, LocalDate cancelledOn) {}

    record Certified(String personId, String category, LocalDate certifiedOn, LocalDate validUntil) {}

    JobNews(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /// A placement by an agency opens a candidate line of its reward.
    @OnEvent(value = "job.placement.confirmed", id = "note-placement")
    void confirmed(Confirmed news, Received event) {
        var placed = new Update()
                .set("personId", news.personId())
                .set("employerUscc", news.employerUscc())
                .set("district", news.districtCode())
                .set("startOn", news.startOn().toString())
                .set("source", news.source());
        if (news.agencyUscc() != null && news.source().equals("AGENCY")) {
            placed.set("agencyUscc", news.agencyUscc());
        }
        put(event, placed, PlacementRecord.class);
    }

    /// The clock of stable employment (稳定就业) stands still.
    @OnEvent(value = "job.placement.ended", id = "note-placement-ended")
    void ended(Ended news, Received event) {
        var end = new Update()
                .set("personId", news.personId())
                .set("employerUscc", news.employerUscc())
                .set("endOn", news.endOn().toString());
        put(event, end, PlacementRecord.class);
    }

    @OnEvent(value = "job.post.placed", id = "note-welfare-post")
    void posted(Posted news, Received event) {
        var plan = new Update()
                .set("personId", news.personId())
                .set("employerUscc", news.employerUscc())
                .set("district", news.districtCode())
                .set("startOn", news.startOn().toString())
                .set("lastSubsidisedDay", news.lastSubsidisedDay().toString());
        put(event, plan, PostPlan.class);
    }

    @OnEvent(value = "job.post.ended", id = "note-welfare-post-ended")
    void postEnded(Ended news, Received event) {
        put(event, new Update().set("endOn", news.endOn().toString()), PostPlan.class);
    }

    @OnEvent(value = "job.unemployment.registered", id = "note-unemployment")
    void registered(Registered news, Received event) {
        var flag = new Update()
                .set("personId", news.personId())
                .set("registeredOn", news.registeredOn().toString());
        put(event, flag, RegistrationRecord.class);
    }

    @OnEvent(value = "job.unemployment.cancelled", id = "note-unemployment-cancelled")
    void cancelled(Cancelled news, Received event) {
        var flag = new Update()
                .set("personId", news.personId())
                .set("cancelledOn", news.cancelledOn().toString());
        put(event, flag, RegistrationRecord.class);
    }

    @OnEvent(value = "job.hardship.certified", id = "note-hardship")
    void certified(Certified news, Received event) {
        mongo.save(new HardshipRecord(
                event.subject(), news.personId(), news.category(), news.certifiedOn(), news.validUntil()));
    }

    private void put(Received event, Update fields, Class<?> type) {
        mongo.upsert(Query.query(Criteria.where("_id").is(event.subject())), fields, type);
    }
}
