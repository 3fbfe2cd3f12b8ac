package cn.sanming.migrant.platform.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One batch on its way to the broker, in waves: the n-th event of a case goes when the one before is acknowledged,
/// so that the events of a case keep their order whatever fails.
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final EventPublisher publisher;
    private final SentEvents sent;
    private final Consumer<PendingEvent> acknowledged;
    private final Map<Parcel, List<String>> delivered = new LinkedHashMap<>();
    private final List<Parcel> left = new ArrayList<>();
    private boolean brokerAway;

    /// @param acknowledged told of each event that the broker has taken
    Delivery(EventPublisher publisher, SentEvents sent, Consumer<PendingEvent> acknowledged) {
        this.publisher = publisher;
        this.sent = sent;
        this.acknowledged = acknowledged;
    }

    void carry(List<Parcel> batch) throws InterruptedException {
        var open = batch;
        for (int wave = 0; !open.isEmpty(); wave++) {
            var sends = send(open, wave);
            publisher.flush();
            open = settle(sends, wave);
        }
    }

    /// What can be taken off the outboxes.
    Map<Parcel, List<String>> delivered() {
        return delivered;
    }

    /// What has to be tried again.
    List<Parcel> left() {
        return left;
    }

    boolean brokerAway() {
        return brokerAway;
    }

    private Map<Parcel, CompletableFuture<?>> send(List<Parcel> open, int wave) {
        var sends = new LinkedHashMap<Parcel, CompletableFuture<?>>();
        for (var parcel : open) {
            if (brokerAway) {
                left.add(parcel.from(wave));
                continue;
            }
            var event = parcel.events().get(wave);
            var send = sent.contains(event.id())
                    ? CompletableFuture.<Void>completedFuture(null)
                    : publisher.send(parcel.caseId(), event);
            sends.put(parcel, send);
            // a refusal on the spot has blocked for seconds: the others would, too
            brokerAway = send.isCompletedExceptionally() && !isFinal(send.exceptionNow());
        }
        return sends;
    }

    private List<Parcel> settle(Map<Parcel, CompletableFuture<?>> sends, int wave) throws InterruptedException {
        var next = new ArrayList<Parcel>();
        for (var entry : sends.entrySet()) {
            var parcel = entry.getKey();
            var event = parcel.events().get(wave);
            try {
                entry.getValue().get();
                if (sent.add(event.id())) {
                    acknowledged.accept(event);
                }
                delivered.computeIfAbsent(parcel, _ -> new ArrayList<>()).add(event.id());
                if (wave + 1 < parcel.events().size()) {
                    next.add(parcel);
                }
            } catch (ExecutionException e) {
                if (isFinal(e)) {
                    LOG.error(
                            "event {} of {} cannot be sent and stays in its outbox: {}",
                            event.id(),
                            parcel.caseId(),
                            Causes.kindOf(e));
                } else {
                    LOG.warn("the broker did not take an event of {}: {}", parcel.caseId(), Causes.kindOf(e));
                    brokerAway = true;
                    left.add(parcel.from(wave));
                }
            }
        }
        return next;
    }

    /// No repetition helps against these; the event waits in its outbox until somebody mends the cause.
    private static boolean isFinal(Throwable failure) {
        return switch (Causes.rootOf(failure)) {
            case RecordTooLargeException _,
                    InvalidTopicException _,
                    SerializationException _,
                    AuthorizationException _ -> true;
            default -> false;
        };
    }
}
