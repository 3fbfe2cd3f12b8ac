package cn.sanming.migrant.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private static final Instant NOON = Instant.parse("2024-05-15T04:00:00Z");

    private final FailedLogins failures = new FailedLogins();

    @Test
    void letsFourMissesPass() {
        miss(4, NOON);
        assertThat(failures.wait("somebody", NOON)).isEmpty();
    }

    @Test
    void doublesTheWaitFromTheFifthMissOn() {
        miss(5, NOON);
        assertThat(failures.wait("somebody", NOON)).contains(Duration.ofSeconds(30));
        miss(1, NOON);
        assertThat(failures.wait("somebody", NOON)).contains(Duration.ofSeconds(60));
        miss(1, NOON);
        assertThat(failures.wait("somebody", NOON)).contains(Duration.ofSeconds(120));
    }

    @Test
    void letsNobodyWaitLongerThanAQuarterOfAnHour() {
        miss(60, NOON);
        assertThat(failures.wait("somebody", NOON)).contains(Duration.ofMinutes(15));
    }

    @Test
    void forgetsTheMissesAfterASuccess() {
        miss(5, NOON);
        failures.succeeded("somebody");
        miss(4, NOON);
        assertThat(failures.wait("somebody", NOON)).isEmpty();
    }

    @Test
    void letsInAgainWhenTheWaitIsOver() {
        miss(5, NOON);
        assertThat(failures.wait("somebody", NOON.plusSeconds(30))).isEmpty();
        assertThat(failures.wait("somebody-else", NOON)).isEmpty();
    }

    private void miss(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            failures.missed("somebody", at);
        }
    }
}
