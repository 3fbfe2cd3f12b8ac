package cn.sanming.migrant.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.sanming.migrant.platform.trace.Traces;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.opentelemetry.api.trace.SpanKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.JsonNode;

class ReactionsTest {

    private static final List<String> HAPPENED = new ArrayList<>();

    record Amount(int amount) {}

    static final class Before {
        @OnEvent(value = "wage.payroll.paid", id = "clear-arrears")
        void clear(Amount paid, Received event) {
            HAPPENED.add("cleared");
        }
    }

    /// The same reaction after a tidy-up.
    static final class Renamed {
        @OnEvent(value = "wage.payroll.paid", id = "clear-arrears")
        void settleWhatIsOwed(Amount paid, Received event) {
            HAPPENED.add("cleared");
        }
    }

    static final class Faulty {
        @OnEvent(value = "wage.payroll.paid", id = "fail-always")
        void fail(Amount paid, Received event) {
            if (paid.amount() == 503) {
                throw new DataAccessResourceFailureException("no server");
            }
            throw new IllegalArgumentException("a defect");
        }
    }

    static final class Reader {
        @OnEvent(value = "wage.*", id = "read-all")
        void read(JsonNode any, Received event) {
            HAPPENED.add("read");
        }
    }

    private final Inbox inbox = mock(Inbox.class);
    private final DeadLetters letters = mock(DeadLetters.class);
    private final Traces traces = mock(Traces.class);

    @BeforeEach
    void remember() {
        HAPPENED.clear();
        var remembered = new HashSet<String>();
        when(inbox.knows(anyString(), anyString()))
                .thenAnswer(call -> remembered.contains(call.getArgument(0) + "|" + call.getArgument(1)));
        doAnswer(call -> remembered.add(call.getArgument(0) + "|" + call.getArgument(1)))
                .when(inbox)
                .remember(anyString(), anyString());
        var leg = mock(Traces.Leg.class);
        when(leg.note(anyString(), anyString())).thenReturn(leg);
        when(traces.begin(any(SpanKind.class), anyString(), any())).thenReturn(leg);
    }

    private EventDoor door(Class<?>... beans) {
        var context = new StaticApplicationContext();
        for (var bean : beans) {
            context.registerSingleton(bean.getSimpleName(), bean);
        }
        context.refresh();
        return new EventDoor(new Reactions(context), inbox, letters, traces);
    }

    private static ConsumerRecord<String, byte[]> record(String data) {
        var event = CloudEventBuilder.v1()
                .withId("e-1")
                .withType("cn.sanming.wage.payroll.paid.v1")
                .withSource(URI.create("/wage-service"))
                .withSubject("pr-1")
                .withTime(OffsetDateTime.parse("2024-04-15T09:00:00+08:00"))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
        var out =
                KafkaMessageFactory.<String>createWriter("wage.events", "pr-1").writeBinary(event);
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
    void reactOnceThoughClassAndMethodAreRenamed() {
        door(Before.class).onMessage(record("{\"amount\":1}"));
        door(Renamed.class).onMessage(record("{\"amount\":1}"));

        assertThat(HAPPENED).containsExactly("cleared");
    }

    @Test
    void mustNotShareAnId() {
        assertThatIllegalStateException()
                .isThrownBy(() -> door(Before.class, Renamed.class))
                .withMessageContaining("clear-arrears");
    }

    @Test
    void happenThoughAnotherOneFails() {
        var door = door(Faulty.class, Reader.class);

        assertThatExceptionOfType(ReactionsFailed.class)
                .isThrownBy(() -> door.onMessage(record("{\"amount\":1}")))
                .satisfies(failed -> assertThat(failed.failures()).containsOnlyKeys("fail-always"));

        assertThat(HAPPENED).containsExactly("read");
        assertThat(door.handled()).isEmpty();
        assertThatExceptionOfType(ReactionsFailed.class).isThrownBy(() -> door.onMessage(record("{\"amount\":1}")));
        assertThat(HAPPENED).as("once").containsExactly("read");
    }

    @Test
    void thatCannotReadTheDataPutTheEventAsideAtOnceAndTheOthersHappen() {
        var door = door(Before.class, Reader.class);

        door.onMessage(record("{\"amount\":\"many\"}"));

        assertThat(HAPPENED).containsExactly("read");
        verify(letters).put(any(), any(Received.class), eq("clear-arrears"), any(Unreadable.class));
        assertThat(door.handled()).containsEntry(new TopicPartition("wage.events", 0), 8L);
    }

    @Test
    void giveNothingUpWhileTheStoreIsAway() {
        var door = door(Faulty.class);

        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> door.onMessage(record("{\"amount\":503}")));

        verify(letters, never()).put(any(), any(), anyString(), any());
    }

    @Test
    void thatFailToTheEndBecomeOneLetterEach() {
        var door = door(Faulty.class, Reader.class);
        var record = record("{\"amount\":1}");
        var failed = new ReactionsFailed(Map.of("fail-always", new IllegalArgumentException("a defect")));

        door.giveUp(record, failed);

        verify(letters).put(eq(record), any(Received.class), eq("fail-always"), any(IllegalArgumentException.class));
        assertThat(door.handled()).containsEntry(new TopicPartition("wage.events", 0), 8L);
    }
}
