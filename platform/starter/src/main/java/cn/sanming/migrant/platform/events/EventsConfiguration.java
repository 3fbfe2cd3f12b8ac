package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.deployment.BrokerConnection;
import cn.sanming.migrant.platform.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.TaskScheduler;

/// Wires the way out (outbox, relay, sweeper) and the way in (door, inbox, dead letters). Nothing else touches the
/// broker.
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "migrant.events.enabled", matchIfMissing = true)
public class EventsConfiguration {

    @Bean
    KafkaTemplate<String, byte[]> eventTemplate(BrokerConnection kafka) {
        var config = new HashMap<>(kafka.producer());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        config.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(config));
    }

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<String, byte[]> eventTemplate,
            Traces traces,
            @Value("${spring.application.name}") String service) {
        return new EventPublisher(eventTemplate, service, traces);
    }

    @Bean
    Outboxes outboxes(MongoTemplate mongo) {
        return new Outboxes(mongo);
    }

    @Bean
    Relay relay(
            EventPublisher publisher,
            Outboxes outboxes,
            MeterRegistry meters,
            Clock clock,
            @Value("${migrant.events.drain:10s}") Duration patience) {
        return new Relay(publisher, outboxes, meters, clock, patience);
    }

    @Bean
    OutboxDepth outboxDepth(Outboxes outboxes, Relay relay, MeterRegistry meters, Clock clock) {
        return new OutboxDepth(outboxes, relay, meters, clock);
    }

    @Bean
    Sweeper sweeper(
            Relay relay,
            OutboxDepth depth,
            DeadLetters letters,
            TaskScheduler scheduler,
            @Value("${migrant.events.count-interval:10s}") Duration interval) {
        return new Sweeper(relay, depth, letters, scheduler, interval);
    }

    @Bean
    KafkaAdmin.NewTopics ownTopics(
            @Value("${migrant.events.topic:}") String topic,
            @Value("${migrant.events.partitions}") int partitions,
            @Value("${migrant.events.replicas:1}") short replicas,
            @Value("${migrant.events.retention}") Duration retention) {
        if (topic.isEmpty()) {
            return new KafkaAdmin.NewTopics();
        }
        return new KafkaAdmin.NewTopics(TopicBuilder.name(topic)
                .partitions(partitions)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()))
                .build());
    }

    @Bean
    Inbox inbox(MongoTemplate mongo, @Value("${migrant.events.retention}") Duration retention) {
        return new Inbox(mongo, retention);
    }

    @Bean
    DeadLetters deadLetters(
            MongoTemplate mongo,
            Inbox inbox,
            MeterRegistry meters,
            Clock clock,
            @Value("${migrant.events.retention}") Duration retention) {
        return new DeadLetters(mongo, inbox, meters, clock, retention);
    }

    @Bean
    Reactions eventReactions(ApplicationContext context) {
        return new Reactions(context);
    }

    @Bean
    EventDoor eventDoor(Reactions reactions, Inbox inbox, DeadLetters letters, Traces traces) {
        return new EventDoor(reactions, inbox, letters, traces);
    }

    @Bean
    EventIntake eventIntake(
            Reactions reactions,
            EventDoor door,
            BrokerConnection kafka,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service,
            @Value("${migrant.events.concurrency}") int readers) {
        return new EventIntake(reactions, door, consumerFactory(kafka), meters, service, readers);
    }

    @Bean
    DeadLetterEndpoint deadLetterEndpoint(DeadLetters letters, EventDoor door) {
        return new DeadLetterEndpoint(letters, door);
    }

    /// Since Kafka 4.1 a consumer reports each topic with a dot in its name twice, the second time with underscores,
    /// until Kafka 5: once is enough.
    @Bean
    MeterFilter eachTopicOnce() {
        return MeterFilter.deny(meter -> {
            var topic = meter.getName().startsWith("kafka.consumer.") ? meter.getTag("topic") : null;
            return topic != null && !topic.contains("."); // all of ours have one
        });
    }

    private static DefaultKafkaConsumerFactory<String, byte[]> consumerFactory(BrokerConnection kafka) {
        var config = new HashMap<>(kafka.consumer());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        config.putIfAbsent(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new DefaultKafkaConsumerFactory<>(config);
    }
}
