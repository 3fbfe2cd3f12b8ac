package cn.sanming.migrant.platform.jobs;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import net.javacrumbs.shedlock.support.StorageAccessor;
import net.javacrumbs.shedlock.support.StorageBasedLockProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/// Who runs which job (租约), by ShedLock: renewed while the holder works, free again when it died. It goes by the
/// machine's time.
///
/// The records are ours and not those of ShedLock's own provider for MongoDB, which knows an owner by the name of its
/// host and gives a lock back without asking whose it is.
final class JobLeases {

    private static final Logger LOG = LoggerFactory.getLogger(JobLeases.class);
    static final Duration LENGTH = Duration.ofMinutes(2);

    private final Records records;
    private final LockProvider locks;
    private final Duration length;

    @Document("job_leases")
    record Lease(@Id String job, String owner, Instant until, Instant since) {}

    JobLeases(MongoTemplate mongo, ScheduledExecutorService renewals, Duration length) {
        this.records = new Records(mongo);
        this.locks = new KeepAliveLockProvider(new Provider(records), renewals);
        this.length = length;
    }

    /// To be given back; nothing while somebody else has it.
    Optional<SimpleLock> take(String job) {
        return locks.lock(new LockConfiguration(ClockProvider.now(), job, length, Duration.ZERO));
    }

    /// Whether we still have the lease of a job for certain; if not, somebody else may have begun.
    boolean holds(String job) {
        var until = records.until.get(job);
        return until != null && ClockProvider.now().isBefore(until);
    }

    private static final class Provider extends StorageBasedLockProvider {
        Provider(StorageAccessor records) {
            super(records);
        }
    }

    private static final class Records implements StorageAccessor {

        private final MongoTemplate mongo;
        private final String owner = UUID.randomUUID().toString();
        private final Map<String, Instant> until = new ConcurrentHashMap<>();

        Records(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        @Override
        public boolean insertRecord(LockConfiguration wanted) {
            try {
                mongo.insert(new Lease(wanted.getName(), owner, wanted.getLockAtMostUntil(), ClockProvider.now()));
                until.put(wanted.getName(), wanted.getLockAtMostUntil());
                return true;
            } catch (DuplicateKeyException _) {
                return false;
            }
        }

        @Override
        public boolean updateRecord(LockConfiguration wanted) {
            var free = where("_id").is(wanted.getName()).and("until").lte(ClockProvider.now());
            var taken = new Update()
                    .set("owner", owner)
                    .set("since", ClockProvider.now())
                    .set("until", wanted.getLockAtMostUntil());
            return changed(free, taken, wanted);
        }

        /// A store that is away for a moment does not end a lease that still runs: it is asked again at half time.
        @Override
        public boolean extend(LockConfiguration wanted) {
            try {
                return changed(
                        ours(wanted).and("until").gt(ClockProvider.now()),
                        Update.update("until", wanted.getLockAtMostUntil()),
                        wanted);
            } catch (DataAccessException e) {
                LOG.warn(
                        "the lease of {} was not renewed: {}",
                        wanted.getName(),
                        e.getClass().getSimpleName());
                return true;
            }
        }

        @Override
        public void unlock(LockConfiguration held) {
            until.remove(held.getName());
            mongo.updateFirst(query(ours(held)), Update.update("until", held.getUnlockTime()), Lease.class);
        }

        private boolean changed(Criteria which, Update change, LockConfiguration wanted) {
            boolean changed =
                    mongo.updateFirst(query(which), change, Lease.class).getMatchedCount() == 1;
            if (changed) {
                until.put(wanted.getName(), wanted.getLockAtMostUntil());
            }
            return changed;
        }

        private Criteria ours(LockConfiguration held) {
            return where("_id").is(held.getName()).and("owner").is(owner);
        }
    }
}
