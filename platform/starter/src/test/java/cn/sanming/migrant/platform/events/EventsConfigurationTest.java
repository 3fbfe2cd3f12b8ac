package cn.sanming.migrant.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class EventsConfigurationTest {

    @Test
    void reportsEachTopicOnceThoughKafkaNamesItTwice() {
        var meters = new SimpleMeterRegistry();
        meters.config().meterFilter(new EventsConfiguration().eachTopicOnce());

        for (var topic : new String[] {"wage.events", "wage_events", "wage.cases", "wage_cases"}) {
            meters.gauge("kafka.consumer.fetch.manager.records.lag", Tags.of("topic", topic), 1);
        }
        meters.gauge("kafka.consumer.fetch.manager.records.lag.max", Tags.of("client", "c-1"), 1);

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getTags().getFirst().getValue())
                .containsExactlyInAnyOrder("wage.events", "wage.cases", "c-1");
    }
}
