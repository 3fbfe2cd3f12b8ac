package cn.sanming.migrant.platform.embedded;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.bson.Document;

/// The process that is killed: it writes as fast as it can and says `id version` once a write was acknowledged.
final class AcknowledgedWriter {

    private static final int THREADS = 4;

    public static void main(String[] arguments) {
        var store = LocalStore.start(
                Path.of(arguments[0]),
                0,
                new LocalStore.Upkeep(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]), 60_000));
        var run = arguments[3];
        var client = MongoClients.create(store.connectionString());
        var cases = client.getDatabase("wage").getCollection("cases");
        cases.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        cases.createIndex(Indexes.ascending("writer", "version"));
        var writers = Executors.newFixedThreadPool(THREADS);
        for (int writer = 0; writer < THREADS; writer++) {
            var name = run + "-" + writer;
            writers.submit(() -> {
                for (int i = 0; ; i++) {
                    var id = name + "-" + i;
                    cases.insertOne(new Document("_id", id)
                            .append("version", 0)
                            .append("writer", name)
                            .append("number", "No. " + id)
                            .append("note", "x".repeat(500)));
                    System.out.println(id + " 0");
                    var before = name + "-" + i / 2;
                    var changed = cases.findOneAndUpdate(Filters.eq(before), Updates.inc("version", 1));
                    System.out.println(before + " " + (changed.getInteger("version") + 1));
                }
            });
        }
    }

    private AcknowledgedWriter() {}
}
