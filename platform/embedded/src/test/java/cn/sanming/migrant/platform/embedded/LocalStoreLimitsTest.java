package cn.sanming.migrant.platform.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// Where the embedded store differs from a real MongoDB. Nothing in the city may depend on the one or the other.
class LocalStoreLimitsTest extends AgainstTheStore {

    @Test
    void hasNoTransactions() {
        assertThatThrownBy(() -> {
                    try (var session = client.startSession()) {
                        session.startTransaction();
                        cases.insertOne(session, new Document());
                    }
                })
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void hasNoChangeStreams() {
        assertThatThrownBy(() -> cases.watch().iterator().tryNext()).isInstanceOf(RuntimeException.class);
    }

    @Test
    void hasNoUpdatesByPipeline() {
        cases.insertOne(new Document("_id", 1));
        assertThatThrownBy(() -> cases.updateOne(eq(1), List.of(Aggregates.set(new Field<>("x", 1)))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void hasNoTextSearch() {
        assertThatThrownBy(() -> {
                    cases.createIndex(Indexes.text("name"));
                    cases.insertOne(new Document("name", "三明"));
                    cases.countDocuments(new Document("$text", new Document("$search", "三明")));
                })
                .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void acceptsButIgnoresTheFilterOfAPartialIndex() {
        cases.createIndex(
                Indexes.ascending("worker"), new IndexOptions().unique(true).partialFilterExpression(eq("live", true)));
        cases.insertOne(new Document("worker", "w").append("live", false));
        assertThatThrownBy(() -> cases.insertOne(new Document("worker", "w").append("live", false)))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void acceptsButIgnoresTimeToLive() {
        cases.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.SECONDS));
        cases.insertOne(new Document("at", new Date(0)));
        assertThat(cases.countDocuments()).isEqualTo(1);
    }

    @Test
    void goesOnAfterAnErrorInAnOrderedBulkOfUpdates() {
        cases.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        cases.insertMany(
                List.of(new Document("_id", 1).append("key", "a"), new Document("_id", 2), new Document("_id", 3)));
        assertThatThrownBy(() -> cases.bulkWrite(List.of(
                        new UpdateOneModel<>(eq(2), Updates.set("key", "a")),
                        new UpdateOneModel<>(eq(3), Updates.set("key", "c")))))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(cases.countDocuments(eq("key", "c"))).isEqualTo(1);
    }
}
