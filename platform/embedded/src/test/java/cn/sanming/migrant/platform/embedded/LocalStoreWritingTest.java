package cn.sanming.migrant.platform.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

/// What the services may ask of a store when they write, so that it works here as on a real MongoDB.
class LocalStoreWritingTest extends AgainstTheStore {

    @Test
    void replacesOnlyTheVersionThatWasRead() {
        cases.insertOne(new Document("_id", "a").append("version", 1));
        var replacement = new Document("_id", "a").append("version", 2);
        assertThat(cases.replaceOne(and(eq("a"), eq("version", 1)), replacement).getModifiedCount())
                .isEqualTo(1);
        assertThat(cases.replaceOne(and(eq("a"), eq("version", 1)), replacement).getMatchedCount())
                .isZero();
    }

    @Test
    void pullsSentEventsOutOfANestedArray() {
        cases.insertOne(new Document("_id", "a")
                .append("file", new Document("outbox", new Document("pending", List.of(event(1), event(2))))));
        cases.updateOne(
                eq("a"), Updates.pull("file.outbox.pending", new Document("id", new Document("$in", List.of("e1")))));
        assertThat(pending()).containsExactly(event(2));
        cases.updateOne(
                eq("a"),
                Updates.pull("file.outbox.pending", new Document("id", new Document("$in", List.of("e2", "e3")))));
        assertThat(pending()).isEmpty();
    }

    private Document event(int i) {
        return new Document("id", "e" + i).append("sequence", i);
    }

    private List<Document> pending() {
        return cases.find()
                .first()
                .get("file", Document.class)
                .get("outbox", Document.class)
                .getList("pending", Document.class);
    }

    @Test
    void takesFromABudgetOnlyWhatIsThere() {
        cases.insertOne(new Document("_id", "b").append("available", 100L).append("taken", List.of()));
        var enough = and(eq("b"), gte("available", 60L), ne("taken", "c1"));
        var take = Updates.combine(Updates.inc("available", -60L), Updates.addToSet("taken", "c1"));
        assertThat(cases.updateOne(enough, take).getModifiedCount()).isEqualTo(1);
        assertThat(cases.updateOne(enough, take).getModifiedCount()).isZero();
        assertThat(cases.updateOne(and(eq("b"), gte("available", 60L)), take).getMatchedCount())
                .isZero();
        assertThat(cases.find().first())
                .isEqualTo(new Document("_id", "b").append("available", 40L).append("taken", List.of("c1")));
    }

    @Test
    void insertsOrUpdatesByUpsert() {
        var once = Updates.combine(Updates.setOnInsert("born", 1), Updates.inc("times", 1));
        var upsert = new UpdateOptions().upsert(true);
        assertThat(cases.updateOne(eq("a"), once, upsert).getUpsertedId()).isNotNull();
        assertThat(cases.updateOne(eq("a"), once, upsert).getUpsertedId()).isNull();
        assertThat(cases.find().first()).containsEntry("born", 1).containsEntry("times", 2);
        cases.replaceOne(eq("b"), new Document("x", 1), new ReplaceOptions().upsert(true));
        assertThat(cases.countDocuments()).isEqualTo(2);
    }

    @Test
    void upsertsBySubjectUnlessTheSequenceIsOlder() {
        var upsert = new ReplaceOptions().upsert(true);
        cases.replaceOne(and(eq("s"), lt("sequence", 5L)), new Document("sequence", 5L), upsert);
        assertThatThrownBy(
                        () -> cases.replaceOne(and(eq("s"), lt("sequence", 4L)), new Document("sequence", 4L), upsert))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCode()).isEqualTo(11000));
    }

    @Test
    void findsAndModifiesInOneStep() {
        cases.insertMany(
                List.of(new Document("_id", "a").append("rank", 2), new Document("_id", "b").append("rank", 1)));
        var after = new FindOneAndUpdateOptions().sort(Sorts.ascending("rank")).returnDocument(ReturnDocument.AFTER);
        assertThat(cases.findOneAndUpdate(exists("owner", false), Updates.set("owner", "me"), after))
                .containsEntry("_id", "b")
                .containsEntry("owner", "me");
        assertThat(cases.findOneAndDelete(eq("b"))).isNotNull();
        assertThat(cases.findOneAndUpdate(eq("b"), Updates.set("x", 1))).isNull();
        assertThat(cases.findOneAndUpdate(
                        eq("lease"),
                        Updates.set("by", "me"),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .containsEntry("by", "me");
    }

    @Test
    void changesArraysInPlace() {
        cases.insertOne(new Document("_id", "a")
                .append("steps", List.of(new Document("n", 1).append("done", false), new Document("n", 2))));
        cases.updateOne(and(eq("a"), eq("steps.n", 2)), Updates.set("steps.$.done", true));
        cases.updateOne(eq("a"), Updates.push("steps", new Document("n", 3)));
        cases.updateOne(eq("a"), Updates.pushEach("tags", List.of("x", "y")));
        cases.updateOne(eq("a"), Updates.addEachToSet("tags", List.of("y", "z")));
        cases.updateOne(
                eq("a"),
                Updates.set("steps.$[one].done", true),
                new UpdateOptions().arrayFilters(List.of(eq("one.n", 1))));
        var document = cases.find().first();
        assertThat(document.getList("tags", String.class)).containsExactly("x", "y", "z");
        assertThat(document.getList("steps", Document.class))
                .extracting(step -> step.getBoolean("done"))
                .containsExactly(true, true, null);
    }

    @Test
    void setsUnsetsAndComparesFields() {
        cases.insertOne(new Document("_id", "a").append("n", 5).append("gone", 1));
        cases.updateMany(
                eq("a"),
                Updates.combine(
                        Updates.unset("gone"),
                        Updates.max("n", 7),
                        Updates.min("m", 1),
                        Updates.set("deep.er", "x"),
                        Updates.currentDate("at")));
        var document = cases.find().first();
        assertThat(document).doesNotContainKey("gone").containsEntry("n", 7).containsEntry("m", 1);
        assertThat(document.get("deep", Document.class)).containsEntry("er", "x");
        assertThat(document.getDate("at")).isNotNull();
    }

    @Test
    void writesInBulk() {
        var result = cases.bulkWrite(
                List.of(
                        new InsertOneModel<>(new Document("_id", "a").append("n", 1)),
                        new UpdateOneModel<>(eq("a"), Updates.inc("n", 1)),
                        new UpdateOneModel<>(eq("b"), Updates.inc("n", 1), new UpdateOptions().upsert(true))),
                new BulkWriteOptions().ordered(false));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(result.getUpserts()).hasSize(1);
    }

    @Test
    void saysWhichRowsOfABulkInsertWereRefused() {
        cases.insertOne(new Document("_id", 1));
        assertThatThrownBy(() -> cases.bulkWrite(
                        List.of(
                                new InsertOneModel<>(new Document("_id", 0)),
                                new InsertOneModel<>(new Document("_id", 1)),
                                new InsertOneModel<>(new Document("_id", 2))),
                        new BulkWriteOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> assertThat(e.getWriteErrors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.getIndex()).isEqualTo(1)));
        assertThat(cases.countDocuments()).isEqualTo(3);
    }

    @Test
    void keepsTheTypesOfValues() {
        var document = new Document("_id", 1L)
                .append("int", 1)
                .append("long", 1L)
                .append("double", 1.0)
                .append("decimal", new Decimal128(new BigDecimal("1810.00")))
                .append("date", new Date(0))
                .append("none", null)
                .append("empty", List.of())
                .append("text", "三明");
        cases.insertOne(document);
        assertThat(cases.find().first()).isEqualTo(document);
    }
}
