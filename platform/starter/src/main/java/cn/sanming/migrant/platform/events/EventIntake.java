package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/// The service's one consumer group: all topics it reacts to, blocking retries in order, then the dead letters.
/// While the store is down nothing is given up: it waits, and goes on by itself.
public final class EventIntake implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);

    private final Reactions reactions;
    private final EventDoor door;
    private final String group;
    private final @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;

    EventIntake(
            ApplicationContext context,
            Inbox inbox,
            ConsumerFactory<String, byte[]> consumers,
            KafkaTemplate<String, byte[]> template,
            MeterRegistry meters,
            Traces traces,
            String service) {
        this.group = service;
        this.reactions = new Reactions(context);
        this.door = new EventDoor(reactions, inbox, traces);
        if (reactions.topics().isEmpty()) {
            this.container = null;
            return;
        }
        var properties = new ContainerProperties(reactions.topics().toArray(String[]::new));
        properties.setGroupId(service);
        properties.setMessageListener(door);
        properties.setMissingTopicsFatal(false);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        this.container = new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(service + "-events");
        container.setCommonErrorHandler(errorHandler(template, meters));
    }

    private DefaultErrorHandler errorHandler(KafkaTemplate<String, byte[]> template, MeterRegistry meters) {
        var dead = Counter.builder("events.dead").register(meters);
        var publish = new DeadLetterPublishingRecoverer(
                template, (record, _) -> new TopicPartition(record.topic() + DeadLetters.SUFFIX, -1));
        publish.setFailIfSendResultIsError(true);
        var handler = new DefaultErrorHandler(
                (ConsumerRecord<?, ?> record, Exception e) -> {
                    LOG.error(
                            "dead letter {}-{}@{}: {}",
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            rootOf(e).toString());
                    publish.accept(record, e);
                    door.skip(record);
                    dead.increment();
                },
                retries());
        handler.setBackOffFunction((_, e) -> backOffFor(rootOf(e)));
        handler.addNotRetryableExceptions(EventDoor.Unreadable.class);
        handler.setCommitRecovered(true);
        return handler;
    }

    private static BackOff retries() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(2_000);
        backOff.setMaxAttempts(5);
        return backOff;
    }

    private static @Nullable BackOff backOffFor(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                        || cause.getClass().getName().startsWith("com.mongodb.MongoTimeout")
                        || cause.getClass().getName().startsWith("com.mongodb.MongoSocket")
                ? new FixedBackOff(2_000, FixedBackOff.UNLIMITED_ATTEMPTS)
                : null;
    }

    private static Throwable rootOf(Throwable e) {
        var cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
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

    EventDoor door() {
        return door;
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
}
