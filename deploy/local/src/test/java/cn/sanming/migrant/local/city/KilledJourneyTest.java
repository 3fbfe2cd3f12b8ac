package cn.sanming.migrant.local.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clock is being moved and the process is killed: the next start goes on to where the clock was to go, and every
/// job on the way runs.
class KilledJourneyTest {

    private static final Instant FROM = Instant.parse("2024-01-02T01:00:00Z");
    private static final Instant TO = Instant.parse("2024-01-08T01:00:00Z");

    @TempDir
    Path folder;

    /// One job a day that writes its day down when it is done, as a department's store would.
    private record Diary(Path file, int hangsOn) implements TimeMachine.Travellers {

        @Override
        public List<TimeMachine.Due> due(Instant from, Instant target) {
            return IntStream.rangeClosed(1, 30)
                    .mapToObj(day -> new TimeMachine.Due(
                            FROM.plus(Duration.ofDays(day)), "day " + day, List.of(() -> perform(day))))
                    .filter(due -> due.at().isAfter(from) && !due.at().isAfter(target))
                    .toList();
        }

        private boolean perform(int day) throws InterruptedException {
            if (days().contains("day " + day)) {
                return true;
            }
            if (day == hangsOn) {
                new CountDownLatch(1).await();
            }
            write("day " + day);
            return true;
        }

        List<String> days() {
            try {
                return Files.exists(file) ? Files.readAllLines(file) : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void write(String line) {
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void settle() {}

        @Override
        public void forgetAfter(Instant instant) {
            write("forgotten");
        }
    }

    static TimeMachine machine(Path folder, int hangsOn) {
        return new TimeMachine(
                CityClock.resumed(folder.resolve("clock"), FROM),
                new JourneyNote(folder.resolve("journey")),
                new Diary(folder.resolve("diary"), hangsOn));
    }

    /// A city that is killed while it is under way.
    static final class Traveller {
        private Traveller() {}

        public static void main(String[] folder) throws Exception {
            machine(Path.of(folder[0]), 3).moveTo(TO);
        }
    }

    @Test
    void goesOnAfterAKillAndLosesNoJob() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Traveller.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        var diary = new Diary(folder.resolve("diary"), 0);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> diary.days().size() == 2
                        && Files.readString(folder.resolve("clock")).startsWith("2024-01-05"));
        killed.destroyForcibly().waitFor();

        var journey = machine(folder, 0).resume();

        assertThat(journey).hasValueSatisfying(arrived -> {
            assertThat(arrived.to()).isEqualTo(TO);
            assertThat(arrived.failed()).isEmpty();
        });
        assertThat(diary.days()).containsExactly("day 1", "day 2", "day 3", "day 4", "day 5", "day 6");
        assertThat(CityClock.resumed(folder.resolve("clock"), FROM).instant()).isAfterOrEqualTo(TO);
        assertThat(machine(folder, 0).resume()).isEmpty();
    }

    @Test
    void aClockThatWasBeingSetBackIsSetBack() throws Exception {
        new JourneyNote(folder.resolve("journey")).write(TO, FROM);
        assertThat(machine(folder, 0).resume()).isPresent();
        assertThat(new Diary(folder.resolve("diary"), 0).days()).containsExactly("forgotten");
    }

    @Test
    void aJourneyThatArrivedIsNotMadeAgain() throws Exception {
        assertThat(machine(folder, 0).moveTo(TO).jobs()).isEqualTo(6);
        assertThat(machine(folder, 0).resume()).isEmpty();
    }
}
