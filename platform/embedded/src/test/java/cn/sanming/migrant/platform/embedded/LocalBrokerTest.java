package cn.sanming.migrant.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {

    private static final String TOPIC = "wage.events";

    @TempDir
    Path folder;

    @Test
    void deliversWhatItWasTold() throws Exception {
        try (var broker = LocalBroker.start(folder, 0)) {
            try (var producer = producer(broker)) {
                producer.send(new ProducerRecord<>(TOPIC, "case-1", "opened")).get(30, TimeUnit.SECONDS);
            }
            assertThat(read(broker, "readers", 1)).containsExactly("opened");
        }
    }

    @Test
    void keepsRecordsAndOffsetsOverARestartOnTheSameFolder() throws Exception {
        try (var broker = LocalBroker.start(folder, 0);
                var producer = producer(broker)) {
            producer.send(new ProducerRecord<>(TOPIC, "case-1", "opened")).get(30, TimeUnit.SECONDS);
            assertThat(read(broker, "early", 1)).containsExactly("opened");
        }
        try (var broker = LocalBroker.start(folder, 0);
                var producer = producer(broker)) {
            producer.send(new ProducerRecord<>(TOPIC, "case-1", "closed")).get(30, TimeUnit.SECONDS);
            assertThat(read(broker, "early", 1)).containsExactly("closed");
            assertThat(read(broker, "late", 2)).containsExactly("opened", "closed");
        }
    }

    @Test
    void comesBackOnTheSamePortForClientsThatWaited() throws Exception {
        var broker = LocalBroker.start(folder, 0);
        try (var producer = producer(broker)) {
            producer.send(new ProducerRecord<>(TOPIC, "case-1", "before")).get(30, TimeUnit.SECONDS);
            broker.close();
            var waiting = CompletableFuture.supplyAsync(
                    () -> producer.send(new ProducerRecord<>(TOPIC, "case-1", "meanwhile")));
            broker = LocalBroker.start(folder, broker.port());
            waiting.get(30, TimeUnit.SECONDS).get(30, TimeUnit.SECONDS);
            assertThat(read(broker, "readers", 2)).containsExactly("before", "meanwhile");
        } finally {
            broker.close();
        }
    }

    @Test
    void saysSoWhenThePortIsTaken() {
        try (var broker = LocalBroker.start(folder.resolve("one"), 0)) {
            assertThatThrownBy(() -> LocalBroker.start(folder.resolve("two"), broker.port()))
                    .hasMessageContaining("no broker on port " + broker.port());
        }
    }

    private static KafkaProducer<String, String> producer(LocalBroker broker) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static List<String> read(LocalBroker broker, String group, int atLeast) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "group.id", group, "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < atLeast && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
        }
        return values;
    }
}
