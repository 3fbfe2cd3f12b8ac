package cn.sanming.migrant.platform.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Field;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the services may ask of a store so that it works here as on a real MongoDB, and at the end what does not.
class LocalStoreCompatibilityTest {

    @TempDir
    static Path folder;

    private static LocalStore store;
    private static MongoClient client;

    private MongoCollection<Document> cases;

    @BeforeAll
    static void open() {
        store = LocalStore.start(folder.resolve("city.store"), 0);
        client = MongoClients.create(store.connectionString());
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    @BeforeEach
    void emptyCollection() {
        cases = client.getDatabase("test")
                .getCollection("cases-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Nested
    class Writing {

        @Test
        void replacesOnlyTheVersionThatWasRead() {
            cases.insertOne(new Document("_id", "a").append("version", 1));
            var replacement = new Document("_id", "a").append("version", 2);
            assertThat(cases.replaceOne(and(eq("a"), eq("version", 1)), replacement)
                            .getModifiedCount())
                    .isEqualTo(1);
            assertThat(cases.replaceOne(and(eq("a"), eq("version", 1)), replacement)
                            .getMatchedCount())
                    .isZero();
        }

        @Test
        void pullsSentEventsOutOfANestedArray() {
            cases.insertOne(new Document("_id", "a")
                    .append("file", new Document("outbox", new Document("pending", List.of(event(1), event(2))))));
            cases.updateOne(
                    eq("a"),
                    Updates.pull("file.outbox.pending", new Document("id", new Document("$in", List.of("e1")))));
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
            assertThat(cases.updateOne(and(eq("b"), gte("available", 60L)), take)
                            .getMatchedCount())
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
            assertThatThrownBy(() ->
                            cases.replaceOne(and(eq("s"), lt("sequence", 4L)), new Document("sequence", 4L), upsert))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getError().getCode()).isEqualTo(11000));
        }

        @Test
        void findsAndModifiesInOneStep() {
            cases.insertMany(
                    List.of(new Document("_id", "a").append("rank", 2), new Document("_id", "b").append("rank", 1)));
            var after =
                    new FindOneAndUpdateOptions().sort(Sorts.ascending("rank")).returnDocument(ReturnDocument.AFTER);
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

    @Nested
    class Reading {

        @BeforeEach
        void someCases() {
            for (int i = 0; i < 10; i++) {
                cases.insertOne(new Document("_id", "c" + i)
                        .append("county", i % 2 == 0 ? "350402" : "350404")
                        .append("cents", 100L * i)
                        .append("name", "Case " + i)
                        .append("people", List.of(new Document("role", "worker").append("no", i))));
            }
        }

        @Test
        void filters() {
            assertThat(cases.countDocuments(eq("county", "350404"))).isEqualTo(5);
            assertThat(cases.countDocuments(in("_id", "c1", "c2", "zz"))).isEqualTo(2);
            assertThat(cases.countDocuments(nin("_id", "c1", "c2"))).isEqualTo(8);
            assertThat(cases.countDocuments(and(gte("cents", 300L), lt("cents", 500L))))
                    .isEqualTo(2);
            assertThat(cases.countDocuments(or(eq("c1"), eq("cents", 0L)))).isEqualTo(2);
            assertThat(cases.countDocuments(elemMatch("people", and(eq("role", "worker"), gte("no", 8)))))
                    .isEqualTo(2);
            assertThat(cases.countDocuments(regex("name", Pattern.quote("case 7"), "i")))
                    .isEqualTo(1);
            assertThat(cases.countDocuments(regex("name", "^Case [12]"))).isEqualTo(2);
            assertThat(cases.countDocuments(exists("nothing"))).isZero();
            assertThat(cases.countDocuments(eq("nothing", null))).isEqualTo(10);
            assertThat(cases.estimatedDocumentCount()).isEqualTo(10);
            assertThat(cases.distinct("county", String.class).into(new ArrayList<>()))
                    .containsExactlyInAnyOrder("350402", "350404");
        }

        @Test
        void sortsSkipsLimitsAndPages() {
            var page = cases.find(eq("county", "350402"))
                    .sort(Sorts.descending("cents"))
                    .skip(1)
                    .limit(2);
            assertThat(page.map(document -> document.getString("_id")).into(new ArrayList<>()))
                    .containsExactly("c6", "c4");
            assertThat(cases.find().batchSize(3).into(new ArrayList<>())).hasSize(10);
            assertThat(cases.find(new Document("_id", new Document("$gt", "c7")))
                            .sort(Sorts.ascending("_id"))
                            .limit(5)
                            .into(new ArrayList<>()))
                    .hasSize(2);
        }

        @Test
        void projects() {
            assertThat(cases.find(eq("c1"))
                            .projection(Projections.fields(Projections.include("people.no"), Projections.excludeId()))
                            .first())
                    .isEqualTo(new Document("people", List.of(new Document("no", 1))));
            assertThat(cases.find(eq("c1"))
                            .projection(Projections.exclude("people"))
                            .first())
                    .containsOnlyKeys("_id", "county", "cents", "name");
        }

        @Test
        void aggregates() {
            var sums = cases.aggregate(List.of(
                    Aggregates.match(gte("cents", 200L)),
                    Aggregates.group(
                            "$county",
                            Accumulators.sum("cents", "$cents"),
                            Accumulators.sum("cases", 1),
                            Accumulators.max("most", "$cents"),
                            Accumulators.avg("mean", "$cents")),
                    Aggregates.sort(Sorts.descending("cents"))));
            assertThat(sums.into(new ArrayList<>()))
                    .extracting(sum -> sum.get("_id") + " " + sum.get("cents") + " " + sum.get("cases"))
                    .containsExactly("350404 2400 4", "350402 2000 4");
            var unwound = cases.aggregate(List.of(
                    Aggregates.unwind("$people"),
                    Aggregates.project(new Document("no", "$people.no")),
                    Aggregates.match(gte("no", 8)),
                    Aggregates.count("n")));
            assertThat(unwound.first()).containsEntry("n", 2);
        }
    }

    @Nested
    class Declaring {

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

    /// Differences to a real MongoDB. Nothing in the city may depend on the one or the other.
    @Nested
    class NotSupported {

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
                    Indexes.ascending("worker"),
                    new IndexOptions().unique(true).partialFilterExpression(eq("live", true)));
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
}
