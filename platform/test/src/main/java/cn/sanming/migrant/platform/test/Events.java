package cn.sanming.migrant.platform.test;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is on the wire: reads every event of a topic, and plays the part of another department that publishes one.
public final class Events {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String bootstrapServers;

    public Events(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /// One event as any consumer would see it.
    public record Seen(String id, String type, String subject, long sequence, JsonNode data, CloudEvent event) {}

    /// Waits until a type has been published for a subject at least so many times, and gives all of them.
    public List<Seen> await(String type, String subject, int atLeast) {
        return Awaitility.await("event " + type + " of " + subject)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> of(type, subject), seen -> seen.size() >= atLeast);
    }

    public Seen await(String type, String subject) {
        return await(type, subject, 1).getLast();
    }

    public List<Seen> of(String type, String subject) {
        return all(type.substring(0, type.indexOf('.')) + ".events").stream()
                .filter(seen -> seen.type().equals("cn.sanming." + type + ".v1")
                        && seen.subject().equals(subject))
                .toList();
    }

    /// Everything on a topic, from its beginning.
    public List<Seen> all(String topic) {
        var seen = new ArrayList<Seen>();
        var config = new Properties();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            if (!consumer.listTopics().containsKey(topic)) {
                return seen;
            }
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    // a test of the intake may have put there what is no event
                    if (record.headers().lastHeader("ce_specversion") != null
                            && record.headers().lastHeader("ce_sequence") != null) {
                        seen.add(seen(KafkaMessageFactory.createReader(record).toEvent()));
                    }
                }
            }
        }
        return seen;
    }

    private static Seen seen(CloudEvent event) {
        return new Seen(
                event.getId(),
                event.getType(),
                event.getSubject(),
                Long.parseLong(String.valueOf(event.getExtension("sequence"))),
                JSON.readTree(event.getData().toBytes()),
                event);
    }

    /// Publishes as another department would.
    ///
    /// @return the event's id
    public String publish(String type, String subject, String district, Instant time, Map<String, ?> payload) {
        var id = UUID.randomUUID().toString();
        publish(id, 1, type, subject, district, time, JSON.writeValueAsString(payload));
        return id;
    }

    /// Publishes with a chosen id and sequence, to repeat and to shuffle.
    public void publish(
            String id, long sequence, String type, String subject, String district, Instant time, String json) {
        var event = CloudEventBuilder.v1()
                .withId(id)
                .withType("cn.sanming." + type + ".v1")
                .withSource(URI.create("/test"))
                .withSubject(subject)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withExtension("sequence", Long.toString(sequence))
                .withExtension("correlationid", "test-" + id)
                .withExtension("district", district)
                .withData("application/json", json.getBytes(StandardCharsets.UTF_8))
                .build();
        var topic = type.substring(0, type.indexOf('.')) + ".events";
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(
                    KafkaMessageFactory.<String>createWriter(topic, subject).writeBinary(event));
            producer.flush();
        }
    }
}
