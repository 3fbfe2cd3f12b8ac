package cn.sanming.migrant.platform.events;

import cn.sanming.migrant.platform.deployment.BrokerConnection;
import cn.sanming.migrant.platform.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
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
import org.springframework.kafka.core.MicrometerConsumerListener;
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
    Relay relay(EventPublisher publisher, Outboxes outboxes, MeterRegistry meters) {
        return new Relay(publisher, outboxes, meters);
    }

    @Bean
    Sweeper sweeper(
            Outboxes outboxes,
            Relay relay,
            TaskScheduler scheduler,
            @Value("${migrant.events.sweep-interval:60s}") Duration interval) {
        return new Sweeper(outboxes, relay, scheduler, interval);
    }

    @Bean
    KafkaAdmin.NewTopics ownTopics(
            @Value("${migrant.events.topic:}") String topic,
            @Value("${migrant.events.partitions:3}") int partitions,
            @Value("${migrant.events.replicas:1}") short replicas) {
        if (topic.isEmpty()) {
            return new KafkaAdmin.NewTopics();
        }
        return new KafkaAdmin.NewTopics(
                topic(topic, partitions, replicas), topic(topic + DeadLetters.SUFFIX, partitions, replicas));
    }

    private static NewTopic topic(String name, int partitions, short replicas) {
        return TopicBuilder.name(name).partitions(partitions).replicas(replicas).build();
    }

    @Bean
    Inbox inbox(MongoTemplate mongo) {
        return new Inbox(mongo);
    }

    @Bean
    EventIntake eventIntake(
            ApplicationContext context,
            Inbox inbox,
            BrokerConnection kafka,
            KafkaTemplate<String, byte[]> template,
            MeterRegistry meters,
            Traces traces,
            @Value("${spring.application.name}") String service) {
        return new EventIntake(
                context, inbox, watched(consumerFactory(kafka), meters), template, meters, traces, service);
    }

    @Bean
    DeadLetters deadLetters(BrokerConnection kafka, EventIntake intake) {
        return new DeadLetters(consumerFactory(kafka), intake);
    }

    /// The consumer's own figures, its lag among them.
    private static DefaultKafkaConsumerFactory<String, byte[]> watched(
            DefaultKafkaConsumerFactory<String, byte[]> consumers, MeterRegistry meters) {
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        return consumers;
    }

    private static DefaultKafkaConsumerFactory<String, byte[]> consumerFactory(BrokerConnection kafka) {
        var config = new HashMap<>(kafka.consumer());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return new DefaultKafkaConsumerFactory<>(config);
    }
}
