package cn.sanming.migrant.local.stories;

import cn.sanming.migrant.local.stories.Citizen.Answer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells a story step by step: sets the clock, lets people act, compares, and prints.
final class ScenarioRunner {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintStream out;
    private final Citizen citizen;
    private int checks;

    /// Something did not come out as agreed.
    static final class Mismatch extends RuntimeException {
        Mismatch(String what) {
            super(what);
        }
    }

    ScenarioRunner(PrintStream out, Citizen citizen) {
        this.out = out;
        this.citizen = citizen;
    }

    /// A new step on a day; the city lives through the days in between.
    void day(String date, String title) {
        var answer = citizen.put(null, "/local/clock", Map.of("now", date + "T09:00:00+08:00"));
        same("the clock moves to " + date, 200, answer.status());
        if (!answer.body().at("/failed").isEmpty()) {
            throw new Mismatch("jobs failed: " + answer.body().at("/failed"));
        }
        out.printf("%n%s  %s%n", date, title);
    }

    void say(String text) {
        out.println("            " + text);
    }

    void clause(String text) {
        out.println("            § " + text);
    }

    Answer post(String who, String path, @Nullable Object body) {
        return ok(citizen.post(who, path, body), "POST " + path + " as " + who);
    }

    /// A request that may be refused for a while.
    Answer attempt(String who, String path) {
        return attempt(who, path, null);
    }

    Answer attempt(String who, String path, @Nullable Object body) {
        return citizen.post(who, path, body);
    }

    /// A request that has to be refused.
    Answer refused(String who, String path, @Nullable Object body, int status, String code) {
        var answer = citizen.post(who, path, body);
        same(path + " is refused", status, answer.status());
        same("for the reason", code, answer.text("/code"));
        return answer;
    }

    Answer upload(String who, String path, String type, byte[] file) {
        return ok(citizen.upload(who, path, type, file), "upload to " + path);
    }

    Answer get(String who, String path) {
        return ok(citizen.get(who, path), "GET " + path);
    }

    Answer put(String who, String path, Object body) {
        return ok(citizen.put(who, path, body), "PUT " + path + " as " + who);
    }

    private static Answer ok(Answer answer, String what) {
        if (answer.status() >= 300) {
            throw new Mismatch(what + " was answered " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    void same(String what, Object agreed, Object found) {
        checks++;
        if (!String.valueOf(agreed).equals(String.valueOf(found))) {
            throw new Mismatch(what + ": agreed " + agreed + ", found " + found);
        }
    }

    /// Waits for what other departments make of it.
    Answer eventually(String what, Supplier<Answer> look, Predicate<Answer> holds) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = look.get();
            if (holds.test(answer)) {
                checks++;
                return answer;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Mismatch(what + " did not happen; last seen " + answer.body());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Mismatch("interrupted");
        }
    }

    /// The types of the events in a subject's timeline, in order, as the supervision office sees them.
    List<String> timeline(String subject) {
        var types = new ArrayList<String>();
        var after = "";
        do {
            var page = get("supervisor", "/api/v1/supervision/timelines/" + subject + "?limit=200" + after);
            page.body()
                    .at("/items")
                    .forEach(item -> types.add(item.path("event_type").asString()));
            var next = page.text("/next");
            after = next.isEmpty() ? "" : "&after=" + next;
        } while (!after.isEmpty());
        return types;
    }

    void event(String subject, String type) {
        eventually(
                type + " in the timeline of " + subject,
                () -> get("supervisor", "/api/v1/supervision/timelines/" + subject + "?limit=200"),
                answer -> answer.body()
                        .at("/items")
                        .findValuesAsString("event_type")
                        .contains(type));
        out.println("            ⇢ " + type);
    }

    /// What the supervision office sees of an indicator.
    void figure(String indicator, String period, String pointer, String agreed) {
        var answer = get("supervisor", "/api/v1/supervision/indicators/" + indicator + "/figures?period=" + period);
        var found = answer.body().at(pointer);
        same(indicator + " of " + period, agreed, found.isString() ? found.asString() : found.toString());
        say("  %s %-8s %s: %s".formatted(indicator, period, answer.text("/name"), agreed));
    }

    int checks() {
        return checks;
    }
}
