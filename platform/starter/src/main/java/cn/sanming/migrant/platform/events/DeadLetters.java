package cn.sanming.migrant.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.kafka.core.ConsumerFactory;

/// Dead letters (死信) of the topics this service reads: list them, and replay them once their cause is gone.
/// A replay is as harmless as any repetition: the inbox knows what has already happened.
@Endpoint(id = "deadletters")
public final class DeadLetters {

    static final String SUFFIX = ".dlt";
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final ConsumerFactory<String, byte[]> consumers;
    private final EventIntake intake;

    /// @param why the last error, without payload
    public record Letter(String topic, int partition, long offset, String type, String why) {}

    DeadLetters(ConsumerFactory<String, byte[]> consumers, EventIntake intake) {
        this.consumers = consumers;
        this.intake = intake;
    }

    @ReadOperation
    public Map<String, List<Letter>> list() {
        var letters = new ArrayList<Letter>();
        for (var topic : intake.topics()) {
            read(topic).forEach(record -> letters.add(letter(topic, record)));
        }
        return Map.of("letters", letters);
    }

    /// Hands every dead letter of a topic to this service's reactions again.
    @WriteOperation
    public Map<String, Integer> replay(@Selector String topic) {
        int replayed = 0;
        int failed = 0;
        for (var record : read(topic)) {
            try {
                intake.door().onMessage(record);
                replayed++;
            } catch (RuntimeException e) {
                LOG.warn("replay of {}-{}@{}: {}", topic, record.partition(), record.offset(), e.toString());
                failed++;
            }
        }
        return Map.of("replayed", replayed, "failed", failed);
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("dead-letter-reader", "")) {
            var partitions = consumer.partitionsFor(topic + SUFFIX).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static Letter letter(String topic, ConsumerRecord<String, byte[]> record) {
        return new Letter(
                topic,
                record.partition(),
                record.offset(),
                header(record, "ce_type"),
                header(record, "kafka_dlt-exception-fqcn"));
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
