package cn.sanming.migrant.gateway.door;

import cn.sanming.migrant.gateway.door.DoorProperties.Allowance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Token buckets (令牌桶), one per caller and kind of request. Callers who have been quiet long enough to have their whole
/// allowance again are forgotten, so that the table does not grow with the number of addresses ever seen.
final class TokenBuckets {

    private static final int CROWDED = 50_000;
    private static final long BETWEEN_SWEEPS = Duration.ofSeconds(10).toNanos();

    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong lastSweep;
    private final LongSupplier nanos;

    TokenBuckets(LongSupplier nanos) {
        this.nanos = nanos;
        this.lastSweep = new AtomicLong(nanos.getAsLong());
    }

    /// Takes one request out of the caller's allowance; if none is left, says how long the caller has to wait.
    Optional<Duration> take(String caller, Allowance allowance) {
        long now = nanos.getAsLong();
        forgetTheQuiet(now);
        var after = buckets.compute(
                caller, (_, bucket) -> (bucket == null ? new Bucket(now, true) : bucket).drop(allowance, now));
        return after.granted ? Optional.empty() : Optional.of(Duration.ofNanos(after.fullAt - now - room(allowance)));
    }

    private void forgetTheQuiet(long now) {
        long last = lastSweep.get();
        if (buckets.size() > CROWDED && now - last > BETWEEN_SWEEPS && lastSweep.compareAndSet(last, now)) {
            buckets.values().removeIf(bucket -> bucket.fullAt - now <= 0);
        }
    }

    private static long perRequest(Allowance allowance) {
        return Duration.ofMinutes(1).toNanos() / allowance.perMinute();
    }

    /// How far ahead of now a bucket may be full and still hold one request.
    private static long room(Allowance allowance) {
        return perRequest(allowance) * (allowance.burst() - 1L);
    }

    /// A bucket is told by one number: when it will be full again.
    private record Bucket(long fullAt, boolean granted) {

        Bucket drop(Allowance allowance, long now) {
            long from = fullAt - now > 0 ? fullAt : now;
            return from - now <= room(allowance)
                    ? new Bucket(from + perRequest(allowance), true)
                    : new Bucket(from, false);
        }
    }
}
