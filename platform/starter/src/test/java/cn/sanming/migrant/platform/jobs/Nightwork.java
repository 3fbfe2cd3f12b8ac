package cn.sanming.migrant.platform.jobs;

import cn.sanming.migrant.platform.reference.Dates;
import cn.sanming.migrant.platform.store.StoreInMemory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// A store, a clock and some jobs, for the tests of this room.
final class Nightwork {

    static final LocalDate DAY = LocalDate.of(2024, 4, 15);

    final MongoTemplate mongo = StoreInMemory.fresh(Bill.class, ParkedCase.class);
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final Watch clock = new Watch(at(DAY, 12));
    private final ScheduledExecutorService renewals =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    /// Something that falls due.
    @Document("bills")
    @CompoundIndex(def = "{'open': 1, 'dueOn': 1}")
    record Bill(@Id String id, boolean open, LocalDate dueOn, int reminders) {}

    record Job(String name, LocalTime at, List<DueStep> steps) implements DueWork {}

    static final class Watch extends Clock {
        private volatile Instant now;

        Watch(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return Dates.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static Instant at(LocalDate day, int hour) {
        return ZonedDateTime.of(day, LocalTime.of(hour, 0), Dates.ZONE).toInstant();
    }

    static DueWork job(String name, DueStep... steps) {
        return new Job(name, LocalTime.of(0, 30), List.of(steps));
    }

    /// Every open bill whose day has passed.
    static DueStep overdue(String name, DueStep.CaseHandler handler) {
        return DueStep.each(
                name,
                Bill.class,
                date -> Criteria.where("open").is(true).and("dueOn").lt(date),
                handler);
    }

    JobRunner runner(DueWork... jobs) {
        return runner(new JobLeases(mongo, renewals, JobLeases.LENGTH), jobs);
    }

    JobRunner runner(JobLeases leases, DueWork... jobs) {
        return new JobRunner(
                List.of(jobs), mongo, leases, new JobMetrics(registry, List.of(jobs), clock.instant()), clock);
    }

    void bill(String id, LocalDate dueOn) {
        mongo.insert(new Bill(id, true, dueOn, 0));
    }

    void remind(String id) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), new Update().inc("reminders", 1), Bill.class);
    }

    void close(String id) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(id)), Update.update("open", false), Bill.class);
    }

    double gauge(String name, String job) {
        return registry.get(name).tag("job", job).gauge().value();
    }

    double failed(String job) {
        return registry.get("job.failed").tag("job", job).counter().count();
    }
}
