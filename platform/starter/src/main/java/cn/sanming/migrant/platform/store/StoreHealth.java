package cn.sanming.migrant.platform.store;

import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

/// Ready only with a store that answers and is as this version wants it: migrations and indexes done.
final class StoreHealth implements HealthIndicator {

    private static final Document PING = new Document("ping", 1);

    private final MongoTemplate mongo;
    private final Indexes indexes;

    StoreHealth(MongoTemplate mongo, Indexes indexes) {
        this.mongo = mongo;
        this.indexes = indexes;
    }

    @Override
    public Health health() {
        if (!indexes.complete()) {
            return Health.outOfService()
                    .withDetail("store", "migrations and indexes are not done")
                    .build();
        }
        try {
            mongo.executeCommand(PING);
            return Health.up().build();
        } catch (DataAccessException e) {
            return Health.down().withDetail("store", "does not answer").build();
        }
    }
}
