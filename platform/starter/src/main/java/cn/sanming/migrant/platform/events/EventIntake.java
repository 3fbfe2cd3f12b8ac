package cn.sanming.migrant.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/// The service's one consumer group: all topics it reacts to, read side by side by partition, with blocking retries
/// in order, then the dead letters. While the store is down nothing is given up: it waits, and goes on by itself.
public final class EventIntake implements SmartLifecycle {

    /// It stops when the last request is answered, and before the relay.
    static final int PHASE = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 4096;

    private final Reactions reactions;
    private final EventDoor door;
    private final String group;
    private final @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

    /// @param readers how many consumers read side by side
    EventIntake(
            Reactions reactions,
            EventDoor door,
            ConsumerFactory<String, byte[]> consumers,
            MeterRegistry meters,
            String service,
            int readers) {
        this.group = service;
        this.reactions = reactions;
        this.door = door;
        if (reactions.topics().isEmpty()) {
            this.container = null;
            return;
        }
        consumers.addListener(new MicrometerConsumerListener<>(meters)); // its own figures, its lag among them
        var properties = new ContainerProperties(reactions.topics().toArray(String[]::new));
        properties.setGroupId(service);
        properties.setMessageListener(door);
        properties.setMissingTopicsFatal(false);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        this.container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(service + "-events");
        container.setConcurrency(readers);
        container.setCommonErrorHandler(errorHandler());
    }

    private DefaultErrorHandler errorHandler() {
        var handler = new DefaultErrorHandler(this::giveUp, retries());
        handler.setBackOffFunction((_, e) -> Causes.isStoreAway(e) ? untilTheStoreIsBack() : null);
        handler.setCommitRecovered(true);
        handler.setLogLevel(KafkaException.Level.DEBUG); // its text holds the payload
        return handler;
    }

    @SuppressWarnings("unchecked")
    private void giveUp(ConsumerRecord<?, ?> record, Exception failure) {
        Throwable cause = failure;
        while (!(cause instanceof ReactionsFailed) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        door.giveUp((ConsumerRecord<String, byte[]>) record, cause);
    }

    private static BackOff retries() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(2_000);
        backOff.setMaxAttempts(5);
        return backOff;
    }

    private static BackOff untilTheStoreIsBack() {
        return new FixedBackOff(2_000, FixedBackOff.UNLIMITED_ATTEMPTS);
    }

    /// The consumer group, one per service.
    public String group() {
        return group;
    }

    /// Event types this service reacts to.
    public Set<String> types() {
        return reactions.types();
    }

    /// Topics it reads.
    public Set<String> topics() {
        return reactions.topics();
    }

    /// How far it has come, by partition.
    public Map<TopicPartition, Long> handled() {
        return door.handled();
    }

    @Override
    public void start() {
        if (container != null) {
            container.start();
        }
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return container != null && container.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
