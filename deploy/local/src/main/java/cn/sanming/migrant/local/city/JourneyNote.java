package cn.sanming.migrant.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// Where the clock is being moved from and to, kept with the data until it has arrived.
final class JourneyNote {

    private final Path file;

    record Intended(Instant from, Instant to) {}

    JourneyNote(Path file) {
        this.file = file;
    }

    /// On disk before the first job runs: whole or not at all.
    void write(Instant from, Instant to) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, from + " " + to);
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Intended> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var instants =
                    Files.readString(file, StandardCharsets.UTF_8).strip().split(" ");
            return Optional.of(new Intended(Instant.parse(instants[0]), Instant.parse(instants[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void cross() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
