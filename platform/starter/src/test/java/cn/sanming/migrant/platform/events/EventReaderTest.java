package cn.sanming.migrant.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static CloudEventBuilder event(String type) {
        return CloudEventBuilder.v1()
                .withId("e-1")
                .withType(type)
                .withSource(URI.create("/wage-service"))
                .withSubject("ar-1")
                .withTime(OffsetDateTime.parse("2024-04-15T09:00:00+08:00"))
                .withData("application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecord<String, byte[]> record(CloudEventBuilder event) {
        var out =
                KafkaMessageFactory.<String>createWriter("wage.events", "ar-1").writeBinary(event.build());
        return new ConsumerRecord<>(
                "wage.events",
                0,
                7,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                out.key(),
                out.value(),
                out.headers(),
                Optional.empty());
    }

    @Test
    void readsAnEventOfTheHouse() {
        var read = EventReader.read(
                record(event("cn.sanming.wage.arrears.detected.v1").withExtension("sequence", "3")));

        assertThat(read.type()).isEqualTo("wage.arrears.detected");
        assertThat(read.subject()).isEqualTo("ar-1");
        assertThat(read.sequence()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cn.sanming.v1",
                "cn.sanming..v1",
                "cn.sanming.wage.arrears.detected.v2",
                "com.other.thing.v1",
                "v1"
            })
    void knowsATypeOfAnotherHouse(String type) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> EventReader.read(record(event(type))));
    }

    @Test
    void knowsWhatIsNoCloudEvent() {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> EventReader.read(new ConsumerRecord<>("wage.events", 0, 8, "k", new byte[] {1, 2})));
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> EventReader.read(new ConsumerRecord<>("wage.events", 0, 9, "k", null)));
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> EventReader.read(
                        record(event("cn.sanming.wage.arrears.detected.v1").withExtension("sequence", "third"))));
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> EventReader.read(
                        record(event("cn.sanming.wage.arrears.detected.v1").withSubject(null))));
    }
}
