package cn.sanming.migrant.platform.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// One store per test class, an empty collection per test: the embedded store, or the one that the environment names
/// (`MONGODB_URI`).
abstract class AgainstTheStore {

    @TempDir
    static Path folder;

    static LocalStore store;
    static MongoClient client;

    MongoCollection<Document> cases;

    @BeforeAll
    static void open() {
        var given = System.getenv("MONGODB_URI");
        store = LocalStore.start(folder.resolve("city.store"), 0);
        client = MongoClients.create(given == null || given.isBlank() ? store.connectionString() : given);
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
}
