package cn.sanming.migrant.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.sanming.migrant.platform.kernel.EventJson;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

class CausesTest {

    record Payload(LocalDate on) {}

    @Test
    void tellsTheRootAndNothingOfWhatWasWorkedOn() {
        var failure = new IllegalStateException(
                "outside",
                new IllegalArgumentException("no case for 张三, 35040219900101123X of \"secret\" in state OPEN"));

        assertThat(Causes.kindOf(failure)).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(Causes.wordsOf(failure)).isEqualTo("no case for …, … of … in state OPEN");
    }

    @Test
    void tellsNoValueOfJsonThatDoesNotFit() {
        var failure = catchThrowable(() -> EventJson.read("{\"on\":\"李四的生日\"}", Payload.class));

        assertThat(Causes.wordsOf(failure)).isNotEmpty().doesNotContain("李四").doesNotContain("生日");
    }

    @Test
    void tellsAStoreThatIsAwayFromAStoreThatRefuses() {
        assertThat(Causes.isStoreAway(new IllegalStateException(new DataAccessResourceFailureException("no server"))))
                .isTrue();
        assertThat(Causes.isStoreAway(new DuplicateKeyException("there already")))
                .isFalse();
    }
}
