package cn.sanming.migrant.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/// Runs what is due, in order of name, one instance at a time.
final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final List<Migration> all;
    private final MongoTemplate mongo;

    /// @param until when another instance may take it over; the holder may have died
    @Document("migrations")
    record Run(@Id String name, Instant until, boolean done) {}

    Migrations(List<Migration> all, MongoTemplate mongo) {
        this.all = all.stream().sorted(Comparator.comparing(Migration::name)).toList();
        this.mongo = mongo;
    }

    /// @return false while another instance is at it
    boolean complete() {
        for (var migration : all) {
            var run = mongo.findById(migration.name(), Run.class);
            if (run != null && run.done()) {
                continue;
            }
            if (!taken(migration.name(), run)) {
                return false;
            }
            LOG.info("migration {} begins", migration.name());
            migration.run(mongo);
            mongo.updateFirst(byName(migration.name()), Update.update("done", true), Run.class);
            LOG.info("migration {} is done", migration.name());
        }
        return true;
    }

    private boolean taken(String name, @Nullable Run run) {
        var until = Instant.now().plus(LEASE);
        if (run == null) {
            try {
                mongo.insert(new Run(name, until, false));
                return true;
            } catch (DuplicateKeyException _) {
                return false;
            }
        }
        if (run.until().isAfter(Instant.now())) {
            return false;
        }
        return mongo.updateFirst(
                                byName(name).addCriteria(Criteria.where("until").is(run.until())),
                                Update.update("until", until),
                                Run.class)
                        .getModifiedCount()
                == 1;
    }

    private static Query byName(String name) {
        return Query.query(Criteria.where("_id").is(name));
    }
}
