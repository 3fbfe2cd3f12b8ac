package cn.sanming.migrant.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sanming.migrant.gateway.door.DoorProperties.Allowance;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final Allowance FIVE_THEN_SIXTY_A_MINUTE = new Allowance(5, 60);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // nanoTime may overflow
    private final TokenBuckets buckets = new TokenBuckets(nanos::get);

    @Test
    void grantsTheBurstAndThenSaysHowLongToWait() {
        assertThat(granted(7)).isEqualTo(5);
        assertThat(buckets.take("caller", FIVE_THEN_SIXTY_A_MINUTE)).contains(Duration.ofSeconds(1));
    }

    @Test
    void refillsByTheMinute() {
        granted(5);
        pass(Duration.ofMillis(2_500));
        assertThat(granted(5)).isEqualTo(2);
        assertThat(buckets.take("caller", FIVE_THEN_SIXTY_A_MINUTE)).contains(Duration.ofMillis(500));
    }

    @Test
    void neverSavesUpMoreThanTheBurst() {
        pass(Duration.ofHours(5));
        assertThat(granted(20)).isEqualTo(5);
    }

    @Test
    void lengthensNoWaitBecauseOfRefusedRequests() {
        granted(50);
        pass(Duration.ofSeconds(1));
        assertThat(granted(5)).isEqualTo(1);
    }

    @Test
    void countsRequestsAtTheSameTimeOnce() throws Exception {
        var granted = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                callers.submit(() -> granted.addAndGet(granted(1)));
            }
        }
        assertThat(granted).hasValue(5);
    }

    private int granted(int requests) {
        int granted = 0;
        for (int i = 0; i < requests; i++) {
            granted += buckets.take("caller", FIVE_THEN_SIXTY_A_MINUTE).isEmpty() ? 1 : 0;
        }
        return granted;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
