package cn.sanming.migrant.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// Who runs which job on which date (租约): one document per job and date, so it runs once in the cluster.
/// Leases expire on the machine's time: the holder may have died.
final class Leases {

    private static final Duration LENGTH = Duration.ofMinutes(10);

    private final MongoTemplate mongo;
    private final String owner = UUID.randomUUID().toString();

    enum Taken {
        OURS,
        TAKEN,
        DONE
    }

    @Document("job_leases")
    record Lease(@Id String id, String owner, Instant until, boolean done) {}

    @Document("job_marks")
    record Mark(@Id String job, LocalDate lastDone) {}

    Leases(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Taken take(String job, LocalDate date) {
        var id = job + '|' + date;
        try {
            mongo.insert(new Lease(id, owner, Instant.now().plus(LENGTH), false));
            return Taken.OURS;
        } catch (DuplicateKeyException e) {
            @Nullable Lease lease = mongo.findById(id, Lease.class);
            if (lease == null) {
                return Taken.TAKEN;
            }
            if (lease.done()) {
                return Taken.DONE;
            }
            if (lease.until().isAfter(Instant.now())) {
                return Taken.TAKEN;
            }
            var won = mongo.updateFirst(
                    Query.query(Criteria.where("_id").is(id).and("until").is(lease.until())),
                    new Update()
                            .set("owner", owner)
                            .set(
                                    "until",
                                    Instant.ofEpochMilli(System.currentTimeMillis())
                                            .plus(LENGTH)),
                    Lease.class);
            return won.getModifiedCount() == 1 ? Taken.OURS : Taken.TAKEN;
        }
    }

    void done(String job, LocalDate date) {
        mongo.updateFirst(byId(job + '|' + date), Update.update("done", true), Lease.class);
        mongo.upsert(byId(job), new Update().max("lastDone", date.toString()), Mark.class);
    }

    void giveBack(String job, LocalDate date) {
        mongo.remove(byId(job + '|' + date), Lease.class);
    }

    void forgetAfter(String job, LocalDate date) {
        mongo.remove(Query.query(Criteria.where("_id").gt(job + '|' + date).lt(job + "|9")), Lease.class);
        mongo.remove(byId(job), Mark.class);
    }

    Optional<LocalDate> lastDone(String job) {
        return Optional.ofNullable(mongo.findById(job, Mark.class)).map(Mark::lastDone);
    }

    private static Query byId(String id) {
        return Query.query(Criteria.where("_id").is(id));
    }
}
