package cn.sanming.migrant.local.city;

import cn.sanming.migrant.platform.reference.Dates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The one clock of the city: it runs like any clock, can be set, and is kept with the data.
public final class CityClock extends Clock {

    private final Path file;
    private volatile Duration ahead;

    CityClock(Path file, Instant start) {
        this.file = file;
        this.ahead = Duration.between(Instant.now(), start);
    }

    /// Goes on from where the clock of this data stood.
    static CityClock resumed(Path file, Instant otherwise) {
        try {
            return new CityClock(
                    file,
                    Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : otherwise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
        keep();
    }

    void keep() {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, instant().toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return Dates.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var city = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return city.withZone(other);
            }

            @Override
            public Instant instant() {
                return city.instant();
            }
        };
    }
}
