package cn.sanming.migrant.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An index must only ever make a query faster. The reference is a collection that has none.
class LocalStoreSearchTest {

    private final LocalStore store = LocalStore.inMemory(0);
    private final MongoClient client = MongoClients.create(store.connectionString());
    private final MongoCollection<Document> cases = client.getDatabase("test").getCollection("cases");
    private final MongoCollection<Document> plain = client.getDatabase("test").getCollection("plain");

    @BeforeEach
    void declareIndexes() {
        cases.createIndex(Indexes.ascending("county", "state"));
        cases.createIndex(Indexes.ascending("due"));
        cases.createIndex(Indexes.ascending("tags"));
        cases.createIndex(Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("n")));
        cases.createIndex(Indexes.ascending("items.sku", "n"));
        cases.createIndex(Indexes.ascending("items.sku"), new IndexOptions().sparse(true));
        cases.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        cases.createIndex(
                Indexes.ascending("worker", "month"),
                new IndexOptions().unique(true).sparse(true));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void findsWithIndexesWhatIsThereWithout(int seed) {
        var random = new Random(seed);
        var arrays = seed % 2 == 0;
        for (int i = 0; i < 120; i++) {
            var document = document(random, i, arrays);
            cases.insertOne(document);
            plain.insertOne(document);
        }
        for (int round = 0; round < 250; round++) {
            change(random, round, arrays);
            var query = query(random);
            assertThat(ids(cases.find(query).sort(new Document("_id", 1))))
                    .as("find %s", query.toJson())
                    .isEqualTo(ids(plain.find(query).sort(new Document("_id", 1))));
            assertThat(cases.countDocuments(query))
                    .as("count %s", query.toJson())
                    .isEqualTo(plain.countDocuments(query));
            var order = order(random);
            var limit = 1 + random.nextInt(20);
            assertThat(ids(cases.find(query).sort(order).skip(2).limit(limit)))
                    .as("find %s sorted by %s", query.toJson(), order.toJson())
                    .isEqualTo(ids(plain.find(query).sort(order).skip(2).limit(limit)));
        }
    }

    private void change(Random random, int round, boolean arrays) {
        var id = id(random.nextInt(120));
        switch (random.nextInt(4)) {
            case 0 -> {
                cases.deleteOne(new Document("_id", id));
                plain.deleteOne(new Document("_id", id));
            }
            case 1 -> {
                var document = document(random, 1000 + round, arrays);
                cases.insertOne(document);
                plain.insertOne(document);
            }
            case 2 -> {
                var change = new Document("$set", new Document("n", random.nextInt(6)).append("state", state(random)))
                        .append("$unset", new Document("due", 1));
                cases.updateOne(new Document("_id", id), change);
                plain.updateOne(new Document("_id", id), change);
            }
            default -> {
                var change = new Document("$pull", new Document("items", new Document("sku", "a")));
                cases.updateMany(new Document("state", "OPEN").append("items", new Document("$type", "array")), change);
                plain.updateMany(new Document("state", "OPEN").append("items", new Document("$type", "array")), change);
            }
        }
    }

    private static Document document(Random random, int i, boolean arrays) {
        var document = new Document("_id", id(i));
        maybe(random, document, "county", pick(random, "350402", "350404", "350421"));
        maybe(random, document, "state", state(random));
        maybe(random, document, "due", date(random));
        maybe(random, document, "n", number(random));
        maybe(random, document, "key", "k" + i);
        maybe(random, document, "worker", "w" + i % 7);
        document.append("month", i);
        if (arrays) {
            maybe(random, document, "tags", List.of("x", pick(random, "x", "y", "z")));
            maybe(random, document, "items", items(random));
        } else {
            maybe(random, document, "tags", pick(random, "x", "y", "z"));
            maybe(random, document, "items", new Document("sku", pick(random, "a", "b", "c")));
        }
        return document;
    }

    private static List<Document> items(Random random) {
        var items = new ArrayList<Document>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(random.nextInt(4) == 0 ? new Document("n", 1) : new Document("sku", pick(random, "a", "b", "c")));
        }
        return items;
    }

    private static void maybe(Random random, Document document, String field, Object value) {
        switch (random.nextInt(8)) {
            case 0 -> document.remove(field);
            case 1 -> document.append(field, field.equals("key") || field.equals("worker") ? value : null);
            default -> document.append(field, value);
        }
    }

    private static Document query(Random random) {
        var query = new Document();
        for (int i = random.nextInt(4); i > 0; i--) {
            var condition = condition(random);
            if (random.nextInt(4) == 0) {
                query.append("$and", List.of(condition, condition(random)));
            } else if (random.nextInt(8) == 0) {
                query.append("$or", List.of(condition, condition(random)));
            } else {
                query.putAll(condition);
            }
        }
        return query;
    }

    private static Document condition(Random random) {
        return switch (random.nextInt(15)) {
            case 0 -> new Document("county", pick(random, "350402", "350404", null));
            case 1 -> new Document("state", state(random));
            case 2 -> new Document("state", new Document("$in", List.of("OPEN", "PAID")));
            case 3 -> new Document("due", new Document(pick(random, "$lt", "$lte"), date(random)));
            case 4 -> new Document("due", new Document("$gte", date(random)).append("$lt", date(random)));
            case 5 -> new Document("n", new Document(pick(random, "$gt", "$gte"), number(random)));
            case 6 -> new Document("n", number(random));
            case 7 -> new Document("tags", pick(random, "x", "y", null));
            case 8 -> new Document("items.sku", pick(random, "a", "b", null));
            case 9 -> new Document("items.sku", new Document("$exists", true));
            case 10 -> new Document("tags", new Document("$gt", "x").append("$lt", "z"));
            case 11 -> new Document("worker", "w3").append("month", random.nextInt(120));
            case 12 -> new Document("_id", new Document("$gt", id(random.nextInt(120))));
            case 13 -> new Document("county", new Document("$lt", "350421"));
            default -> new Document("items", new Document("$elemMatch", new Document("sku", "b")));
        };
    }

    private static Document order(Random random) {
        var direction = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(5)) {
            case 0 -> new Document("_id", direction);
            case 3 -> new Document("tags", direction).append("_id", direction);
            case 1 -> new Document("due", direction).append("_id", direction);
            case 2 -> new Document("n", direction).append("_id", 1);
            default -> new Document("n", direction).append("_id", direction);
        };
    }

    private static String id(int i) {
        return "case-%05d".formatted(i);
    }

    private static String state(Random random) {
        return pick(random, "OPEN", "PAID", "CLOSED");
    }

    private static Date date(Random random) {
        return Date.from(Instant.parse("2024-05-15T00:00:00Z").plusSeconds(86_400L * random.nextInt(10)));
    }

    private static Number number(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(6);
            case 1 -> (long) random.nextInt(6);
            default -> random.nextInt(12) / 2.0;
        };
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static List<String> ids(Iterable<Document> documents) {
        var ids = new ArrayList<String>();
        documents.forEach(document -> ids.add(document.getString("_id")));
        return ids;
    }

    @Test
    void findsTheSameThroughPipelines() {
        for (int i = 0; i < 50; i++) {
            var document = document(new Random(i), i, false);
            cases.insertOne(document);
            plain.insertOne(document);
        }
        var pipeline = List.of(
                new Document("$match", new Document("county", "350404")),
                new Document(
                        "$lookup",
                        new Document("from", "cases")
                                .append("localField", "state")
                                .append("foreignField", "state")
                                .append("as", "same")),
                new Document("$unwind", "$same"),
                new Document("$group", new Document("_id", "$state").append("pairs", new Document("$sum", 1))),
                new Document("$sort", new Document("_id", 1)));
        assertThat(cases.aggregate(pipeline).into(new ArrayList<>()))
                .isNotEmpty()
                .isEqualTo(plain.aggregate(pipeline).into(new ArrayList<>()));
    }
}
