package cn.sanming.migrant.platform.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One byte of the files is flipped: the start must stop and name the file, whichever byte it is.
class DamageTest {

    private static final int TRIES = 200;

    @TempDir
    Path folder;

    private Path file;
    private Path journal;

    @BeforeEach
    void fillAndDie() throws IOException {
        var living = folder.resolve("living");
        try (var vault = LogStructuredStore.open(living, 0)) {
            for (int i = 0; i < 300; i++) {
                put(vault, i, "before");
            }
            vault.tend();
            for (int i = 200; i < 400; i++) {
                put(vault, i, "after");
            }
            file = Files.copy(living, folder.resolve("store"));
            journal = Files.copy(folder.resolve("living.journal"), folder.resolve("store.journal"));
        }
    }

    private static void put(LogStructuredStore vault, int key, String word) {
        vault.write(() -> {
            vault.shelf("people").put(key, word + "x".repeat(200));
            return vault.shelf("index").put(List.of(word, key), key);
        });
    }

    @Test
    void opensWhatIsWhole() {
        try (var vault = LogStructuredStore.open(file, Long.MAX_VALUE)) {
            assertThat(vault.shelf("people").size()).isEqualTo(400);
        }
    }

    @Test
    void namesTheFileWhicheverByteOfTheMapsIsFlipped() throws IOException {
        flipEachOfMany(file, file);
    }

    @Test
    void namesTheJournalWhicheverByteOfItIsFlipped() throws IOException {
        flipEachOfMany(journal, journal);
    }

    private void flipEachOfMany(Path damaged, Path named) throws IOException {
        var whole = Files.readAllBytes(damaged);
        var random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            var at = i < 16 ? i : random.nextInt(whole.length);
            var bytes = whole.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(damaged, bytes);
            assertThatThrownBy(
                            () -> LogStructuredStore.open(file, Long.MAX_VALUE).close())
                    .as("byte %d of %d", at, whole.length)
                    .isInstanceOf(DamagedStoreException.class)
                    .hasMessageContaining(named.toString());
            assertThat(Files.readAllBytes(damaged)).isEqualTo(bytes);
        }
        Files.write(damaged, whole);
        opensWhatIsWhole();
    }

    @Test
    void goesOnWithBlocksThatACheckpointLeftHalfWritten() throws IOException {
        var bytes = Files.readAllBytes(file);
        var longer = Arrays.copyOf(bytes, bytes.length + 4100 * 2);
        longer[bytes.length + 17] = 1;
        Files.write(file, longer);
        assertThatThrownBy(() -> LogStructuredStore.open(file, Long.MAX_VALUE))
                .isInstanceOf(DamagedStoreException.class);
        var record = Changes.checkpoint();
        var mark = new byte[record.remaining()];
        record.get(mark);
        Files.write(journal, mark, StandardOpenOption.APPEND);
        opensWhatIsWhole();
        assertThat(CheckedFile.firstBad(file, 0)).isEmpty();
    }
}
