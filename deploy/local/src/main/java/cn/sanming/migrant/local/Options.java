package cn.sanming.migrant.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line.
///
/// @param story number of the story to play, or none
/// @param now   where the city's clock begins; stories play in 2024, so it begins before them
/// @param stay  whether the city stays up after the story
record Options(
        Path data,
        boolean fresh,
        int portBase,
        @Nullable Integer story,
        @Nullable Instant now,
        boolean stay) {

    static final String HELP = """
            deploy/local/city [--demo [story]] [--fresh] [--data folder] [--port-base 8080] [--now 2024-01-02T09:00:00+08:00] [--exit]

              --demo       plays a story through the public API and prints each step (1 is the main one)
              --fresh      wipes the data of earlier runs first
              --data       folder of the data (default: data)
              --port-base  the gateway's port; the departments follow it (default: 8080)
              --now        where the city's clock begins on fresh data
              --exit       stops when the story has been told
            """;

    static Options of(String[] arguments) {
        var options = new Options(Path.of("data"), false, 8080, null, null, true);
        for (int i = 0; i < arguments.length; i++) {
            boolean valueFollows = i + 1 < arguments.length && !arguments[i + 1].startsWith("--");
            var value = valueFollows ? arguments[i + 1] : "";
            options = switch (arguments[i]) {
                case "--fresh" -> options.with(true, options.stay);
                case "--exit" -> options.with(options.fresh, false);
                case "--demo" ->
                    new Options(
                            options.data,
                            options.fresh,
                            options.portBase,
                            valueFollows ? Integer.parseInt(value) : 1,
                            options.now,
                            options.stay);
                case "--data" ->
                    new Options(
                            Path.of(value), options.fresh, options.portBase, options.story, options.now, options.stay);
                case "--port-base" ->
                    new Options(
                            options.data,
                            options.fresh,
                            Integer.parseInt(value),
                            options.story,
                            options.now,
                            options.stay);
                case "--now" ->
                    new Options(
                            options.data,
                            options.fresh,
                            options.portBase,
                            options.story,
                            OffsetDateTime.parse(value).toInstant(),
                            options.stay);
                default -> throw new IllegalArgumentException(arguments[i] + "\n" + HELP);
            };
            if (valueFollows) {
                i++;
            }
        }
        return options;
    }

    private Options with(boolean freshly, boolean staying) {
        return new Options(data, freshly, portBase, story, now, staying);
    }
}
