package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.trace.Traces;
import io.opentelemetry.api.trace.SpanKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.MessageListener;

/// Where events come in: reads the CloudEvent, asks the inbox, lets every reaction happen once, remembers it. What
/// can never be read goes to the dead letters at once and holds nobody up.
public final class EventDoor implements MessageListener<String, byte[]> {

    private final Reactions reactions;
    private final Inbox inbox;
    private final DeadLetters letters;
    private final Traces traces;
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();

    EventDoor(Reactions reactions, Inbox inbox, DeadLetters letters, Traces traces) {
        this.reactions = reactions;
        this.inbox = inbox;
        this.letters = letters;
        this.traces = traces;
    }

    /// @throws ReactionsFailed if it is worth trying again
    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        try {
            var event = EventReader.read(record);
            let(reactions.to(event.type()), event, record);
        } catch (Unreadable e) {
            letters.put(record, e);
        }
        pass(record);
    }

    /// Tries a dead letter again.
    ///
    /// @throws RuntimeException what went wrong this time
    void again(DeadLetter letter) {
        var record = letter.asRecord();
        var event = EventReader.read(record);
        if (letter.reaction() == null) {
            let(reactions.to(event.type()), event, record);
        } else if (!inbox.knows(event.id(), letter.reaction())) {
            react(reaction(letter.reaction()), event);
            inbox.remember(event.id(), letter.reaction());
        }
    }

    private Reactions.Reaction reaction(String id) {
        return reactions.find(id).orElseThrow(() -> new Unreadable("this service has no reaction " + id + " any more"));
    }

    private void let(List<Reactions.Reaction> wanted, Received event, ConsumerRecord<String, byte[]> record) {
        var failures = new LinkedHashMap<String, RuntimeException>();
        for (var reaction : wanted) {
            if (inbox.knows(event.id(), reaction.id())) {
                continue;
            }
            try {
                react(reaction, event);
                inbox.remember(event.id(), reaction.id());
                letters.happened(event.id(), reaction.id());
            } catch (Unreadable e) {
                letters.put(record, event, reaction.id(), e);
            } catch (RuntimeException e) {
                if (Causes.isStoreAway(e)) {
                    throw e;
                }
                failures.put(reaction.id(), e);
            }
        }
        if (!failures.isEmpty()) {
            throw new ReactionsFailed(failures);
        }
    }

    private void react(Reactions.Reaction reaction, Received event) {
        try (var leg = traces.begin(SpanKind.CONSUMER, reaction.id(), event.traceparent())) {
            leg.note("event.type", event.type()).note("event.id", event.id());
            try {
                reaction.to(event.under(leg.traceparent()));
            } catch (RuntimeException e) {
                leg.failed(e.getClass().getSimpleName());
                throw e;
            }
        }
    }

    /// Puts aside what was tried often enough.
    void giveUp(ConsumerRecord<String, byte[]> record, Throwable failure) {
        switch (failure) {
            case ReactionsFailed failed -> {
                var event = EventReader.read(record);
                failed.failures().forEach((reaction, cause) -> letters.put(record, event, reaction, cause));
            }
            default -> letters.put(record, failure);
        }
        pass(record);
    }

    /// How far this service has come, by partition: the next offset it has not handled.
    public Map<TopicPartition, Long> handled() {
        return Map.copyOf(handled);
    }

    private void pass(ConsumerRecord<?, ?> record) {
        handled.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
}
