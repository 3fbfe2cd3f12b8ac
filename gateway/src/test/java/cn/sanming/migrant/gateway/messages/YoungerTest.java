package cn.sanming.migrant.gateway.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class YoungerTest {

    private final AtomicInteger tries = new AtomicInteger();

    private void meetsAnotherOnce() {
        if (tries.incrementAndGet() == 1) {
            throw new DuplicateKeyException("another was first");
        }
    }

    @Test
    void isTriedAgainWhenTheOtherIsOlder() {
        assertThat(Younger.unlessThere(this::meetsAnotherOnce, () -> false)).isTrue();
        assertThat(tries).hasValue(2);
    }

    @Test
    void givesWayToOneThatIsYounger() {
        assertThat(Younger.unlessThere(this::meetsAnotherOnce, () -> true)).isFalse();
        assertThat(tries).hasValue(1);
    }

    @Test
    void doesNotTryForEver() {
        assertThatThrownBy(() -> Younger.unlessThere(
                        () -> {
                            throw new DuplicateKeyException("another was first");
                        },
                        () -> false))
                .isInstanceOf(DuplicateKeyException.class);
    }
}
