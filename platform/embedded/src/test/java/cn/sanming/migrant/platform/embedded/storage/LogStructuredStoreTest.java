package cn.sanming.migrant.platform.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crash is played by copying the files of a store that is still open: that is what the next process would find.
class LogStructuredStoreTest {

    private static final long NEVER = Long.MAX_VALUE;

    @TempDir
    Path folder;

    @Test
    void findsAcknowledgedChangesAfterACrashWithoutACheckpoint() throws Exception {
        try (var vault = open("a")) {
            put(vault, "people", "w1", "Chen");
            put(vault, "people", "w2", "Lin");
            vault.write(() -> vault.shelf("people").remove("w1"));
            try (var after = crashed("a")) {
                assertThat(after.shelf("people").get("w1")).isNull();
                assertThat(after.shelf("people").get("w2")).isEqualTo("Lin");
            }
        }
    }

    @Test
    void forgetsACommandWhoseRecordWasCutOff() throws Exception {
        try (var vault = open("a")) {
            put(vault, "people", "w1", "Chen");
            var whole = Files.size(journal("a"));
            vault.write(() -> {
                vault.shelf("people").put("w2", "Lin");
                return vault.shelf("index").put(List.of("Lin"), "w2");
            });
            for (var cut = Files.size(journal("a")) - 1; cut >= whole; cut -= 7) {
                try (var after = crashed("a", cut)) {
                    assertThat(after.shelf("people").get("w1")).isEqualTo("Chen");
                    assertThat(after.shelf("people").get("w2")).isNull();
                    assertThat(after.shelf("index").get(List.of("Lin"))).isNull();
                }
            }
        }
    }

    @Test
    void replaysDroppedAndNewMapsOfTheSameName() throws Exception {
        try (var vault = open("a")) {
            put(vault, "people", "w1", "Chen");
            vault.write(() -> {
                vault.shelf("people").drop();
                return true;
            });
            put(vault, "people", "w2", "Lin");
            try (var after = crashed("a")) {
                assertThat(after.shelf("people").size()).isEqualTo(1);
                assertThat(after.shelf("people").get("w2")).isEqualTo("Lin");
            }
        }
    }

    @Test
    void keepsEverythingWhenAJournalIsReplayedOntoALaterCheckpoint() throws Exception {
        try (var vault = open("a")) {
            put(vault, "people", "w1", "Chen");
            put(vault, "people", "w1", "Chen Min");
            vault.write(() -> vault.shelf("people").remove("w0"));
            Files.copy(journal("a"), journal("b"));
        }
        Files.copy(folder.resolve("a"), folder.resolve("b"));
        try (var after = open("b")) {
            assertThat(after.shelf("people").get("w1")).isEqualTo("Chen Min");
            assertThat(after.shelf("people").size()).isEqualTo(1);
        }
    }

    @Test
    void emptiesItsJournalAtACheckpoint() throws Exception {
        try (var vault = LogStructuredStore.open(folder.resolve("a"), 0)) {
            put(vault, "people", "w1", "Chen");
            assertThat(Files.size(journal("a"))).isPositive();
            vault.tend();
            assertThat(Files.size(journal("a"))).isZero();
            try (var after = crashed("a")) {
                assertThat(after.shelf("people").get("w1")).isEqualTo("Chen");
            }
        }
    }

    @Test
    void recordsWhatACommandDidBeforeItFailed() throws Exception {
        try (var vault = open("a")) {
            assertThatThrownBy(() -> vault.write(() -> {
                        vault.shelf("people").put("w1", "Chen");
                        throw new IllegalArgumentException("the rest is refused");
                    }))
                    .hasMessage("the rest is refused");
            put(vault, "people", "w2", "Lin");
            try (var after = crashed("a")) {
                assertThat(after.shelf("people").get("w1")).isEqualTo("Chen");
                assertThat(after.shelf("people").get("w2")).isEqualTo("Lin");
            }
        }
    }

    @Test
    void leavesNoTraceOfAValueItCannotKeep() throws Exception {
        try (var vault = open("a")) {
            assertThatThrownBy(() -> vault.write(() -> vault.shelf("people").put("w1", new Object())))
                    .isInstanceOf(IllegalArgumentException.class);
            put(vault, "people", "w2", "Lin");
            try (var after = crashed("a")) {
                assertThat(after.shelf("people").get("w2")).isEqualTo("Lin");
                assertThat(after.shelf("people").size()).isEqualTo(1);
            }
        }
    }

    @Test
    void refusesChangesOutsideOfACommand() {
        try (var vault = open("a")) {
            assertThatThrownBy(() -> vault.shelf("people").put("w1", "Chen")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void belongsToOneAtATime() {
        try (var vault = open("a")) {
            assertThat(vault.names()).isEmpty();
            assertThatThrownBy(() -> open("a")).hasMessageContaining("locked");
        }
    }

    private static void put(LogStructuredStore vault, String shelf, String key, String value) {
        vault.write(() -> vault.shelf(shelf).put(key, value));
    }

    private LogStructuredStore open(String name) {
        return LogStructuredStore.open(folder.resolve(name), NEVER);
    }

    private Path journal(String name) {
        return folder.resolve(name + ".journal");
    }

    private LogStructuredStore crashed(String name) throws IOException {
        return crashed(name, Files.size(journal(name)));
    }

    private LogStructuredStore crashed(String name, long journalLength) throws IOException {
        var copy = folder.resolve(name + "-after");
        Files.copy(folder.resolve(name), copy, StandardCopyOption.REPLACE_EXISTING);
        var bytes = Files.readAllBytes(journal(name));
        Files.write(journal(name + "-after"), Arrays.copyOf(bytes, (int) journalLength));
        return LogStructuredStore.open(copy, NEVER);
    }
}
