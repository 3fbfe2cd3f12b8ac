package cn.sanming.migrant.platform.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/// What MongoDB's manual says of the things the product uses, held against the store that is there.
class DocumentedBehaviourTest extends AgainstTheStore {

    private static void refusedWith(int code, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(MongoException.class, e -> assertThat(e.getCode())
                .isEqualTo(code));
    }

    private Document run(Document command) {
        return client.getDatabase("test").runCommand(command);
    }

    private String name() {
        return cases.getNamespace().getCollectionName();
    }

    private static List<Object> ids(Iterable<Document> documents) {
        var ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    @Test
    void greetsAsADriverOfTodayWantsIt() {
        assertThat(run(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true)
                .hasEntrySatisfying("maxWireVersion", version -> assertThat((Integer) version)
                        .isGreaterThanOrEqualTo(17));
    }

    @Test
    void answersAHundredAndOneDocumentsAtFirst() {
        cases.insertMany(
                IntStream.range(0, 300).mapToObj(i -> new Document("_id", i)).toList());
        var first = run(new Document("find", name())).get("cursor", Document.class);
        assertThat(first.getList("firstBatch", Document.class)).hasSize(101);
        var next = run(new Document("getMore", first.getLong("id")).append("collection", name()))
                .get("cursor", Document.class);
        assertThat(next.getList("nextBatch", Document.class)).hasSize(199);
        assertThat(next.getLong("id")).isZero();
        refusedWith(43, () -> run(new Document("getMore", first.getLong("id")).append("collection", name())));
    }

    @Test
    void showsThePresentInLaterBatches() {
        cases.insertMany(
                IntStream.range(0, 10).mapToObj(i -> new Document("_id", i)).toList());
        var cursor = cases.find().sort(new Document("_id", 1)).batchSize(3).iterator();
        cursor.next();
        cases.deleteOne(eq(5));
        cases.insertOne(new Document("_id", 77));
        var rest = new ArrayList<>();
        cursor.forEachRemaining(document -> rest.add(document.get("_id")));
        assertThat(rest).containsExactly(1, 2, 3, 4, 6, 7, 8, 9, 77);
    }

    @Test
    void keepsABatchBelowSixteenMegabytes() {
        for (int i = 0; i < 5; i++) {
            cases.insertOne(new Document("_id", i).append("x", new Binary(new byte[6 << 20])));
        }
        var first = run(new Document("find", name())).get("cursor", Document.class);
        assertThat(first.getList("firstBatch", Document.class)).hasSize(2);
        assertThat(cases.find().into(new ArrayList<>())).hasSize(5);
    }

    @Test
    void refusesADocumentThatHasGrownTooLarge() {
        cases.insertOne(new Document("_id", 1).append("parts", List.of(new Binary(new byte[12 << 20]))));
        refusedWith(10334, () -> cases.updateOne(eq(1), Updates.push("parts", new Binary(new byte[6 << 20]))));
        assertThat(cases.find().first().getList("parts", Binary.class)).hasSize(1);
    }

    @Test
    void refusesFieldsThatACommandDoesNotHave() {
        refusedWith(40415, () -> run(new Document("find", name()).append("filtre", new Document())));
        refusedWith(59, () -> run(new Document("finde", name())));
        refusedWith(
                2, () -> cases.find(new Document("a", new Document("$gtt", 1))).first());
        refusedWith(2, () -> cases.find(new Document("$xor", List.of())).first());
    }

    @Test
    void refusesAHintToAnIndexThatIsNotThere() {
        cases.insertOne(new Document("_id", 1));
        refusedWith(2, () -> cases.find().hintString("nobody_1").first());
        assertThat(cases.find().hintString("_id_").first()).isNotNull();
    }

    @Test
    void refusesOperatorsThroughNull() {
        cases.insertOne(new Document("_id", 1).append("a", null));
        refusedWith(28, () -> cases.updateOne(eq(1), Updates.set("a.b", 1)));
        refusedWith(14, () -> cases.updateOne(eq(1), Updates.inc("a", 1)));
        refusedWith(2, () -> cases.updateOne(eq(1), Updates.push("a", 1)));
        refusedWith(2, () -> cases.updateOne(eq(1), Updates.addToSet("a", 1)));
        refusedWith(2, () -> cases.updateOne(eq(1), Updates.pull("a", 1)));
        refusedWith(
                40,
                () -> cases.updateOne(
                        eq(1), new Document("$set", new Document("a", 1)).append("$inc", new Document("a", 1))));
        refusedWith(66, () -> cases.updateOne(eq(1), Updates.set("_id", 2)));
        refusedWith(9, () -> cases.updateOne(eq(1), new Document("$sett", new Document("a", 1))));
    }

    @Test
    void refusesAChangedIndex() {
        cases.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
        refusedWith(
                85,
                () -> cases.createIndex(
                        Indexes.ascending("at"), new IndexOptions().expireAfter(90L, TimeUnit.SECONDS)));
        refusedWith(86, () -> cases.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true)));
        refusedWith(
                85,
                () -> cases.createIndex(
                        Indexes.ascending("at"),
                        new IndexOptions().name("other").expireAfter(60L, TimeUnit.SECONDS)));
        refusedWith(
                197,
                () -> run(new Document("createIndexes", name())
                        .append(
                                "indexes",
                                List.of(new Document("key", new Document("x", 1))
                                        .append("name", "x_1")
                                        .append("spars", true)))));
        cases.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
        run(new Document("collMod", name())
                .append("index", new Document("name", "at_1").append("expireAfterSeconds", 90)));
        cases.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(90L, TimeUnit.SECONDS));
    }

    @Test
    void findsThroughASparseIndexWhatIsThereWithout() {
        cases.createIndex(Indexes.ascending("a"), new IndexOptions().sparse(true));
        cases.createIndex(Indexes.ascending("b.c"), new IndexOptions().sparse(true));
        cases.insertMany(List.of(
                new Document("_id", 1),
                new Document("_id", 2).append("a", null),
                new Document("_id", 3).append("a", List.of()).append("b", List.of()),
                new Document("_id", 4).append("a", 7).append("b", List.of(1)),
                new Document("_id", 5).append("a", List.of(1, 2)).append("b", List.of(new Document()))));
        assertThat(ids(cases.find(exists("a")))).containsExactlyInAnyOrder(2, 3, 4, 5);
        assertThat(ids(cases.find(ne("a", null)))).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(ids(cases.find(eq("a", null)))).containsExactlyInAnyOrder(1, 2);
        assertThat(ids(cases.find(ne("b.c", null)))).containsExactlyInAnyOrder(3, 4);
        assertThat(ids(cases.find(exists("b.c")))).isEmpty();
        assertThat(ids(cases.find(eq("a", List.of())))).containsExactly(3);
        assertThat(ids(cases.find(in("a", 2, 7)))).containsExactlyInAnyOrder(4, 5);
    }

    @Test
    void letsASparseUniqueIndexHaveManyWithoutTheFieldButOneNull() {
        cases.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        cases.insertMany(
                List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3).append("key", null)));
        refusedWith(11000, () -> cases.insertOne(new Document("_id", 4).append("key", null)));
        cases.insertOne(new Document("_id", 5).append("key", List.of("a", "b")));
        refusedWith(11000, () -> cases.insertOne(new Document("_id", 6).append("key", "b")));
    }

    @Test
    void sortsAllTypesInOneOrder() {
        var values = new Object[] {
            new BsonMinKey(),
            List.of(),
            null,
            Double.NaN,
            -1L,
            0,
            1.5,
            2L,
            Long.MAX_VALUE,
            1e300,
            "A",
            "a",
            "ä",
            "\uFFFD",
            "😀",
            new Document("a", 1),
            new Document("a", 2),
            new Document("b", 1),
            new Binary(new byte[1]),
            new ObjectId(),
            false,
            true,
            new Date(0),
            new BsonMaxKey()
        };
        for (int i = values.length - 1; i >= 0; i--) {
            cases.insertOne(new Document("_id", i).append("v", values[i]));
        }
        var expected = new ArrayList<Object>();
        for (int i = 0; i < values.length; i++) {
            expected.add(i);
        }
        assertThat(ids(cases.find().sort(new Document("v", 1)))).isEqualTo(expected);
        cases.createIndex(Indexes.ascending("v"));
        assertThat(ids(cases.find().sort(new Document("v", 1)))).isEqualTo(expected);
        assertThat(ids(cases.find(gt("v", 1)).sort(new Document("v", 1)))).containsExactly(6, 7, 8, 9);
    }

    @Test
    void knowsNumbersOfAllTypesInSetsAndDoesNotOverflow() {
        cases.insertOne(new Document("_id", 1)
                .append("set", List.of(1))
                .append("n", Integer.MAX_VALUE)
                .append("long", Long.MAX_VALUE));
        cases.updateOne(eq(1), Updates.combine(Updates.addToSet("set", 1L), Updates.inc("n", 1)));
        assertThat(cases.find().first()).containsEntry("set", List.of(1)).containsEntry("n", Integer.MAX_VALUE + 1L);
        refusedWith(2, () -> cases.updateOne(eq(1), Updates.inc("long", 1L)));
    }

    @Test
    void triesAnUpsertAgainOnlyWhereItsFilterIsTheKey() {
        cases.insertOne(new Document("_id", "a").append("n", 5));
        refusedWith(
                11000,
                () -> cases.updateOne(
                        new Document("_id", "a").append("n", new Document("$lt", 5)),
                        Updates.set("n", 1),
                        new UpdateOptions().upsert(true)));
        assertThat(cases.find().first()).containsEntry("n", 5);
    }

    @Test
    void stopsAnOrderedBulkAtTheFirstError() {
        var answer = run(new Document("insert", name())
                .append("documents", List.of(new Document("_id", 1), new Document("_id", 1), new Document("_id", 2))));
        assertThat(answer.getInteger("n")).isEqualTo(1);
        assertThat(answer.getList("writeErrors", Document.class))
                .singleElement()
                .satisfies(
                        error -> assertThat(error).containsEntry("code", 11000).containsEntry("index", 1));
        assertThat(cases.countDocuments()).isEqualTo(1);
    }

    @Test
    void updatesByPipelineAndByArrayFilters() {
        cases.insertOne(new Document("_id", 1)
                .append("rows", List.of(new Document("k", "a").append("n", 1), new Document("k", "b").append("n", 2))));
        cases.updateOne(
                eq(1), Updates.set("rows.$[row].n", 9), new UpdateOptions().arrayFilters(List.of(eq("row.k", "b"))));
        cases.updateOne(new Document("rows.k", "a"), Updates.inc("rows.$.n", 4));
        assertThat(cases.find().first().getList("rows", Document.class))
                .extracting(row -> row.get("n"))
                .containsExactly(5, 9);
        cases.updateOne(eq(1), List.of(new Document("$set", new Document("total", new Document("$sum", "$rows.n")))));
        assertThat(((Number) cases.find().first().get("total")).intValue()).isEqualTo(14);
        cases.updateOne(eq(1), Updates.pull("rows", new Document("n", new Document("$gt", 5))));
        assertThat(cases.find().first().getList("rows", Document.class)).hasSize(1);
    }

    @Test
    void listsIndexesOfNothingAsMissing() {
        assertThatThrownBy(() -> run(new Document("listIndexes", "nothing")))
                .isInstanceOfSatisfying(MongoCommandException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(26));
    }
}
