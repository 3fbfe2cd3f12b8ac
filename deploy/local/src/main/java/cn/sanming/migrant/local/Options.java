package cn.sanming.migrant.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line.
///
/// @param story number of the story to play, or none
/// @param now   where the city's clock begins; stories play in 2024, so it begins before them
/// @param instances of every department
/// @param traces file for the spans of all requests and events
/// @param bench whether to measure
/// @param stay  whether the city stays up afterwards
record Options(
        Path data,
        boolean fresh,
        int portBase,
        @Nullable Integer story,
        @Nullable Instant now,
        int instances,
        @Nullable Path traces,
        boolean bench,
        boolean stay) {

    static final String HELP = """
            deploy/local/city [--demo [story]] [--fresh] [--data folder] [--port-base 8080] [--now 2024-01-02T09:00:00+08:00] [--instances 2] [--traces file] [--bench] [--exit]

              --demo       plays a story through the public API and prints each step (1 is the main one)
              --fresh      wipes the data of earlier runs first
              --data       folder of the data (default: data)
              --port-base  the gateway's port; the departments follow it (default: 8080)
              --now        where the city's clock begins on fresh data
              --instances  how many instances of every department run side by side (default: 1)
              --traces     writes every span of every request and event to this file, a line of JSON each
              --bench      measures imports and the way from a payment to its indicator
              --exit       stops when the story has been told
            """;

    private static final Set<String> KNOWN = Set.of(
            "--demo", "--fresh", "--data", "--port-base", "--now", "--instances", "--traces", "--bench", "--exit");

    static Options of(String[] arguments) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i++) {
            var name = arguments[i];
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException(name + "\n" + HELP);
            }
            boolean hasValue = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            given.put(name, hasValue ? arguments[++i] : "");
        }
        var story = given.get("--demo");
        var now = given.get("--now");
        return new Options(
                Path.of(given.getOrDefault("--data", "data")),
                given.containsKey("--fresh"),
                Integer.parseInt(given.getOrDefault("--port-base", "8080")),
                story == null ? null : story.isEmpty() ? 1 : Integer.valueOf(story),
                now == null ? null : OffsetDateTime.parse(now).toInstant(),
                instances(given.getOrDefault("--instances", "1")),
                given.containsKey("--traces") ? Path.of(given.get("--traces")) : null,
                given.containsKey("--bench"),
                !given.containsKey("--exit"));
    }

    private static int instances(String given) {
        int instances = Integer.parseInt(given);
        if (instances < 1 || instances > 4) {
            throw new IllegalArgumentException("--instances " + given + ": 1 to 4");
        }
        return instances;
    }
}
