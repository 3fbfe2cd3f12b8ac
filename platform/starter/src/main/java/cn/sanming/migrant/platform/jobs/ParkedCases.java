package cn.sanming.migrant.platform.jobs;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/// All parked cases. Each is tried again after a pause that doubles, and leaves when it succeeds.
final class ParkedCases {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final String HOME = "cn.sanming.migrant.";

    private final MongoTemplate mongo;
    private final Clock clock;

    ParkedCases(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    ParkedCase park(DueWork job, DueStep step, String caseId, LocalDate date, Throwable why) {
        var now = clock.instant();
        var id = ParkedCase.idOf(job.name(), step.name(), caseId);
        int before = find(id).map(ParkedCase::tries).orElse(0);
        var update = new Update()
                .setOnInsert("job", job.name())
                .setOnInsert("step", step.name())
                .setOnInsert("caseId", caseId)
                .setOnInsert("since", now)
                .max("businessDate", date.toString())
                .set(
                        "reason",
                        why instanceof CaseNotHandled known
                                ? known.code()
                                : why.getClass().getSimpleName())
                .set("place", placeOf(why))
                .set("lastTriedAt", now)
                .set("nextTryAt", now.plus(pauseAfter(before + 1)))
                .inc("tries", 1);
        return mongo.findAndModify(
                query(where("_id").is(id)),
                update,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                ParkedCase.class);
    }

    static Duration pauseAfter(int tries) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// The first line of ours in the trace.
    private static @Nullable String placeOf(Throwable why) {
        for (var frame : why.getStackTrace()) {
            if (frame.getClassName().startsWith(HOME)) {
                return frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1)
                        + '.'
                        + frame.getMethodName()
                        + ':'
                        + frame.getLineNumber();
            }
        }
        return null;
    }

    /// They have been handled.
    ///
    /// @return how many of them had been parked
    long unpark(Collection<String> ids) {
        return ids.isEmpty()
                ? 0
                : mongo.remove(query(where("_id").in(ids)), ParkedCase.class).getDeletedCount();
    }

    Optional<ParkedCase> find(String id) {
        return Optional.ofNullable(mongo.findById(id, ParkedCase.class));
    }

    /// Those of a job whose pause is over, the longest waiting first.
    List<ParkedCase> due(String job, int most) {
        return some(where("job").is(job).and("nextTryAt").lte(clock.instant()), most);
    }

    /// All of a job, those first that are tried next.
    List<ParkedCase> of(String job, int most) {
        return some(where("job").is(job), most);
    }

    /// All of a job in the order of their ids, which stands while they are tried.
    List<ParkedCase> page(String job, @Nullable String after, int most) {
        var ofJob = where("_id").gt(after == null ? job + '|' : after).lt(job + '}');
        return mongo.find(query(ofJob).with(Sort.by("_id")).limit(most), ParkedCase.class);
    }

    long count(String job) {
        return mongo.count(query(where("job").is(job)), ParkedCase.class);
    }

    /// Their pause ends now.
    void hasten(String job) {
        mongo.updateMulti(
                query(where("job").is(job).and("nextTryAt").gt(clock.instant())),
                Update.update("nextTryAt", clock.instant()),
                ParkedCase.class);
    }

    private List<ParkedCase> some(Criteria which, int most) {
        return mongo.find(query(which).with(Sort.by("nextTryAt")).limit(most), ParkedCase.class);
    }
}
