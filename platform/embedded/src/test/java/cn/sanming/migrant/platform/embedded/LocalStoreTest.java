package cn.sanming.migrant.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sanming.migrant.platform.embedded.storage.LogStructuredStore;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest {

    /// Checkpoints all the time, so that they meet whatever else goes on.
    private static final LocalStore.Upkeep RESTLESS = new LocalStore.Upkeep(1000, 1, 5);

    @TempDir
    Path folder;

    @Test
    void comesBackWithDocumentsAndIndexesOnTheSamePort() {
        var store = LocalStore.start(file(), 0);
        try (var client = MongoClients.create(store.connectionString())) {
            cases(client).createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            cases(client).insertOne(new Document("_id", "a").append("key", 1));
        }
        store.close();
        store = LocalStore.start(file(), store.port());
        try (var client = MongoClients.create(store.connectionString())) {
            assertThat(cases(client).find(Filters.eq("key", 1)).first()).containsEntry("_id", "a");
            assertThatThrownBy(() -> cases(client).insertOne(new Document("_id", "b").append("key", 1)))
                    .hasMessageContaining("duplicate key");
        } finally {
            store.close();
        }
    }

    @Test
    void saysSoWhenThePortIsTakenAndLeavesTheFileToOthers() {
        try (var taken = LocalStore.inMemory(0)) {
            assertThatThrownBy(() -> LocalStore.start(file(), taken.port()))
                    .hasMessageContaining("no store on port " + taken.port());
        }
        try (var store = LocalStore.start(file(), 0)) {
            assertThat(store.port()).isPositive();
        }
    }

    @Test
    void losesNoIncrementOfManyWriters() throws Exception {
        try (var store = LocalStore.start(file(), 0, RESTLESS);
                var client = MongoClients.create(store.connectionString())) {
            cases(client).insertOne(new Document("_id", "a").append("n", 0).append("version", 0));
            inParallel(8, 100, () -> {
                cases(client).updateOne(Filters.eq("a"), Updates.inc("n", 1));
                Document read;
                do {
                    read = cases(client).find(Filters.eq("a")).first();
                } while (cases(client)
                                .updateOne(
                                        Filters.and(Filters.eq("a"), Filters.eq("version", read.getInteger("version"))),
                                        Updates.inc("version", 1))
                                .getModifiedCount()
                        == 0);
                return true;
            });
            assertThat(cases(client).find().first()).containsEntry("n", 800).containsEntry("version", 800);
        }
    }

    @Test
    void showsWholeDocumentsToReadersWhileOthersWrite() throws Exception {
        try (var store = LocalStore.start(file(), 0, RESTLESS);
                var client = MongoClients.create(store.connectionString())) {
            cases(client)
                    .insertMany(IntStream.range(0, 500)
                            .mapToObj(i -> new Document("_id", i).append("p", 0).append("q", 0))
                            .toList());
            inParallel(4, 100, () -> {
                for (int i = 0; i < 5; i++) {
                    cases(client).updateOne(Filters.eq(i), Updates.combine(Updates.inc("p", 1), Updates.inc("q", 1)));
                }
                var all = cases(client)
                        .aggregate(List.of(Aggregates.project(Projections.include("p", "q"))))
                        .into(new ArrayList<>());
                assertThat(all).hasSize(500).allSatisfy(document -> assertThat(document.get("p"))
                        .isEqualTo(document.get("q")));
                return true;
            });
        }
    }

    @Test
    void keepsWhatALongQueryReadsUntilItIsDone() {
        try (var vault = LogStructuredStore.open(file(), 0)) {
            fill(vault, "before");
            vault.tend();
            vault.read(() -> {
                var values = vault.shelf("s").between(null, null, false);
                assertThat(values.next().value()).asString().startsWith("before");
                for (int i = 0; i < 5; i++) {
                    fill(vault, "after");
                    vault.tend();
                }
                assertThat(values).toIterable().allSatisfy(entry -> assertThat(entry.value())
                        .asString()
                        .startsWith("before"));
                return true;
            });
        }
    }

    private static void fill(LogStructuredStore vault, String word) {
        for (int i = 0; i < 20; i++) {
            var from = i * 1000;
            vault.write(() -> {
                for (int key = from; key < from + 1000; key++) {
                    vault.shelf("s").put(key, word + "x".repeat(1000));
                }
                return true;
            });
        }
    }

    private static void inParallel(int threads, int times, Callable<Boolean> task) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var all = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(() -> {
                        for (int i = 0; i < times; i++) {
                            task.call();
                        }
                        return true;
                    }))
                    .toList();
            for (var one : all) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private Path file() {
        return folder.resolve("city.store");
    }

    private static MongoCollection<Document> cases(MongoClient client) {
        return client.getDatabase("wage").getCollection("cases");
    }
}
