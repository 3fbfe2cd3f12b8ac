package cn.sanming.migrant.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.domain.Sort.Direction.ASC;

import cn.sanming.migrant.platform.embedded.LocalStore;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

class MigrationsTest {

    @TempDir
    Path folder;

    private final List<String> ran = new ArrayList<>();

    private void with(Consumer<MongoTemplate> work) throws Exception {
        try (var store = LocalStore.start(folder.resolve("store.db"), 0);
                var client = MongoClients.create(store.connectionString())) {
            work.accept(new MongoTemplate(client, "migrations"));
        }
    }

    private Migrations migrations(MongoTemplate mongo, String... names) {
        return new Migrations(
                List.of(names).stream()
                        .map(name -> migration(name, () -> ran.add(name)))
                        .toList(),
                mongo);
    }

    private static Migration migration(String name, Runnable work) {
        return new Migration() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(MongoTemplate mongo) {
                work.run();
            }
        };
    }

    @Test
    void runsEachOnceInOrderOfName() throws Exception {
        with(mongo -> {
            assertThat(migrations(mongo, "2027-02-b", "2027-01-a").complete()).isTrue();
            assertThat(migrations(mongo, "2027-01-a", "2027-02-b", "2027-03-c").complete())
                    .isTrue();
            assertThat(ran).containsExactly("2027-01-a", "2027-02-b", "2027-03-c");
        });
    }

    @Test
    void waitsWhileAnotherInstanceIsAtIt() throws Exception {
        with(mongo -> {
            mongo.insert(new Migrations.Run("2027-01-a", Instant.now().plusSeconds(60), false));
            assertThat(migrations(mongo, "2027-01-a").complete()).isFalse();
            assertThat(ran).isEmpty();
        });
    }

    @Test
    void takesOverFromAnInstanceThatDied() throws Exception {
        with(mongo -> {
            mongo.insert(new Migrations.Run("2027-01-a", Instant.now().minusSeconds(1), false));
            assertThat(migrations(mongo, "2027-01-a").complete()).isTrue();
            assertThat(ran).containsExactly("2027-01-a");
        });
    }

    @Test
    void isNotDoneWhenItFails() throws Exception {
        with(mongo -> {
            var failing = new Migrations(
                    List.of(migration("2027-01-a", () -> {
                        throw new IllegalStateException("cut off");
                    })),
                    mongo);
            assertThatIllegalStateException().isThrownBy(failing::complete);
            assertThat(mongo.findById("2027-01-a", Migrations.Run.class).done()).isFalse();
        });
    }

    @Test
    void changesAnIndexThatTheStoreWouldRefuse() throws Exception {
        with(mongo -> {
            mongo.indexOps("inbox").createIndex(new Index("at", ASC).expire(Duration.ofDays(60)));
            mongo.indexOps("cases").createIndex(new Index("number", ASC));
            var longer = new Index("at", ASC).expire(Duration.ofDays(730));
            var unique = new Index("number", ASC).unique();
            assertThatThrownBy(() -> mongo.indexOps("inbox").createIndex(longer))
                    .satisfies(refused -> assertThat(IndexChange.in(refused)).startsWith("IndexOptionsConflict"));
            assertThatThrownBy(() -> mongo.indexOps("cases").createIndex(unique))
                    .satisfies(refused -> assertThat(IndexChange.in(refused)).startsWith("IndexKeySpecsConflict"));

            var changes = List.of(
                    IndexChange.expiry("2027-01-longer-inbox", "inbox", "at_1", Duration.ofDays(730)),
                    IndexChange.dropping("2027-01-unique-number", "cases", "number_1"),
                    IndexChange.dropping("2027-01-never-there", "nothing", "x_1"));
            assertThat(new Migrations(changes, mongo).complete()).isTrue();

            mongo.indexOps("inbox").createIndex(longer);
            mongo.indexOps("cases").createIndex(unique);
            assertThat(mongo.indexOps("cases").getIndexInfo())
                    .anySatisfy(index -> assertThat(index.isUnique()).isTrue());
        });
    }
}
