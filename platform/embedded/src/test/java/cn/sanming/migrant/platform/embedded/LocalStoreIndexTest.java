package cn.sanming.migrant.platform.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// What the services may declare.
class LocalStoreIndexTest extends AgainstTheStore {

    @Test
    void refusesASecondDocumentForAUniqueKey() {
        cases.createIndex(Indexes.ascending("worker", "month"), new IndexOptions().unique(true));
        cases.insertOne(new Document("worker", "w").append("month", "2024-05"));
        assertThatThrownBy(() -> cases.insertOne(new Document("worker", "w").append("month", "2024-05")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11000));
        cases.insertOne(new Document("worker", "w").append("month", "2024-06"));
        assertThatThrownBy(() -> cases.updateOne(eq("month", "2024-06"), Updates.set("month", "2024-05")))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void letsDocumentsWithoutTheKeyOfASparseUniqueIndexPass() {
        cases.createIndex(
                Indexes.ascending("live"), new IndexOptions().unique(true).sparse(true));
        cases.insertMany(List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3)));
        cases.updateOne(eq(1), Updates.set("live", "w1"));
        assertThatThrownBy(() -> cases.updateOne(eq(2), Updates.set("live", "w1")))
                .isInstanceOf(MongoWriteException.class);
        cases.updateOne(eq(1), Updates.unset("live"));
        cases.updateOne(eq(2), Updates.set("live", "w1"));
        assertThat(cases.find(eq("live", "w1")).first()).containsEntry("_id", 2);
    }

    @Test
    void takesTheSameIndexTwiceAndListsIt() {
        for (int i = 0; i < 2; i++) {
            cases.createIndex(Indexes.ascending("county", "state"), new IndexOptions().name("by_county"));
        }
        assertThat(cases.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("_id_", "by_county");
    }

    @Test
    void indexesDocumentsThatWereThereBefore() {
        cases.insertMany(List.of(
                new Document("_id", 1).append("state", "OPEN"), new Document("_id", 2).append("state", "PAID")));
        cases.createIndex(Indexes.ascending("state"));
        assertThat(cases.find(eq("state", "PAID")).first()).containsEntry("_id", 2);
    }

    @Test
    void dropsCollections() {
        cases.createIndex(Indexes.ascending("state"));
        cases.insertOne(new Document("_id", 1).append("state", "OPEN"));
        cases.drop();
        assertThat(cases.countDocuments()).isZero();
        cases.insertOne(new Document("_id", 1).append("state", "OPEN"));
        assertThat(cases.countDocuments(eq("state", "OPEN"))).isEqualTo(1);
    }
}
