package cn.sanming.migrant.platform.jobs;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/// Which dates each job is done with. Dates that were missed within the last month are caught up.
final class JobDates {

    static final int CATCH_UP_DAYS = 31;
    private static final int KEPT_DAYS = 2 * CATCH_UP_DAYS;

    private final MongoTemplate mongo;
    private final Clock clock;

    @Document("job_dates")
    record DoneDate(@Id String id, Instant doneAt) {
        LocalDate date() {
            return LocalDate.parse(id.substring(id.lastIndexOf('|') + 1));
        }
    }

    /// @param since         since when this service has the job
    /// @param lastSuccessAt when it was last done with a date
    @Document("job_marks")
    record Mark(
            @Id String job,
            @Nullable Instant since,
            @Nullable Instant lastSuccessAt) {}

    JobDates(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    boolean isDone(String job, LocalDate date) {
        return mongo.exists(query(where("_id").is(idOf(job, date))), DoneDate.class);
    }

    void done(String job, LocalDate date) {
        mongo.save(new DoneDate(idOf(job, date), clock.instant()));
        mongo.upsert(query(where("_id").is(job)), Update.update("lastSuccessAt", clock.instant()), Mark.class);
        mongo.remove(query(between(job, LocalDate.EPOCH, date.minusDays(KEPT_DAYS))), DoneDate.class);
    }

    /// The dates up to today that are still to be done: since the first one known of the last month, else today's.
    List<LocalDate> open(String job, LocalDate today) {
        var earliest = today.minusDays(CATCH_UP_DAYS);
        var done = new TreeSet<LocalDate>();
        mongo.find(query(between(job, earliest, today)), DoneDate.class).forEach(each -> done.add(each.date()));
        var before = lastDone(job, earliest.minusDays(1));
        var from = before.isPresent() ? earliest : done.isEmpty() ? today : done.first();
        var open = new ArrayList<LocalDate>();
        for (var date = from; !date.isAfter(today); date = date.plusDays(1)) {
            if (!done.contains(date)) {
                open.add(date);
            }
        }
        return open;
    }

    Optional<LocalDate> lastDone(String job) {
        return lastDone(job, LocalDate.of(9999, 1, 1));
    }

    private Optional<LocalDate> lastDone(String job, LocalDate upTo) {
        var last = query(between(job, LocalDate.EPOCH, upTo))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(1);
        return Optional.ofNullable(mongo.findOne(last, DoneDate.class)).map(DoneDate::date);
    }

    /// The first date to be forgotten, and all after it.
    void forget(String job, LocalDate from) {
        mongo.remove(query(between(job, from, LocalDate.of(9999, 1, 1))), DoneDate.class);
    }

    /// What is known of a job; from now on, if nothing was.
    Mark mark(String job) {
        var known = mongo.findById(job, Mark.class);
        if (known != null && known.since() != null) {
            return known;
        }
        mongo.upsert(query(where("_id").is(job)), Update.update("since", clock.instant()), Mark.class);
        return new Mark(job, clock.instant(), known == null ? null : known.lastSuccessAt());
    }

    private static Criteria between(String job, LocalDate from, LocalDate to) {
        return where("_id").gte(idOf(job, from)).lte(idOf(job, to));
    }

    private static String idOf(String job, LocalDate date) {
        return job + '|' + date;
    }
}
