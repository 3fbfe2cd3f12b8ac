package cn.sanming.migrant.platform.store;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.MongoPersistentEntityIndexResolver;
import org.springframework.scheduling.TaskScheduler;

/// Brings the store up to this version as soon as it answers: migrations, then the declared indexes. A store that
/// is down delays readiness ([StoreHealth]), never start-up.
public final class Indexes {

    private static final Logger LOG = LoggerFactory.getLogger(Indexes.class);

    private final MongoTemplate mongo;
    private final TaskScheduler scheduler;
    private final Migrations migrations;
    private final List<IndexContribution> contributions;
    private volatile boolean complete;

    Indexes(
            MongoTemplate mongo,
            TaskScheduler scheduler,
            Migrations migrations,
            List<IndexContribution> contributions) {
        this.migrations = migrations;
        this.contributions = contributions;
        this.mongo = mongo;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!create()) {
            retry();
        }
    }

    private void retry() {
        scheduler.schedule(
                () -> {
                    if (!create()) {
                        retry();
                    }
                },
                Instant.now().plus(Duration.ofSeconds(2)));
    }

    /// @return whether the store is as this version wants it; it is tried again otherwise
    boolean create() {
        try {
            if (!migrations.complete()) {
                LOG.info("another instance is preparing the store");
                return false;
            }
            var context = mongo.getConverter().getMappingContext();
            var resolver = new MongoPersistentEntityIndexResolver(context);
            for (var entity : context.getPersistentEntities()) {
                var type = entity.getType();
                if (!type.isAnnotationPresent(org.springframework.data.mongodb.core.mapping.Document.class)) {
                    continue;
                }
                var indexes = mongo.indexOps(type);
                resolver.resolveIndexFor(type).forEach(indexes::createIndex);
                contributions.forEach(contribution -> contribution.to(type).forEach(indexes::createIndex));
            }
            complete = true;
            return true;
        } catch (DataAccessException | MongoException e) {
            var changed = IndexChange.in(e);
            if (changed != null) {
                LOG.error("an index is declared otherwise than it is there, and no migration changes it: {}", changed);
            } else {
                LOG.warn("indexes wait for the store: {}", e.getClass().getSimpleName());
            }
            return false;
        }
    }

    public boolean complete() {
        return complete;
    }
}
