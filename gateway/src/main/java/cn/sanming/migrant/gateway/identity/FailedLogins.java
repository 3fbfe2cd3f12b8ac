package cn.sanming.migrant.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who guesses passwords waits, longer each time (登录退避): after five misses in a row half a minute, then twice
/// as long, up to a quarter of an hour. Names that do not exist wait just the same, so that waiting tells nothing.
final class FailedLogins {

    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Map<String, Misses> byName = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Misses> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Misses(int count, Instant locked) {}

    /// How long this name still has to wait, if at all.
    synchronized Optional<Duration> wait(String username, Instant now) {
        var misses = byName.get(username);
        return misses == null || !now.isBefore(misses.locked())
                ? Optional.empty()
                : Optional.of(Duration.between(now, misses.locked()));
    }

    synchronized void missed(String username, Instant now) {
        var before = byName.get(username);
        int count = before == null ? 1 : before.count() + 1;
        byName.put(username, new Misses(count, now.plus(waitAfter(count))));
    }

    synchronized void succeeded(String username) {
        byName.remove(username);
    }

    private static Duration waitAfter(int misses) {
        if (misses < FREE) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(misses - FREE, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
