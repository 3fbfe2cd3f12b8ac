package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.events.EventIntake;
import cn.sanming.migrant.platform.test.Api;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.LocalPlatform;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import cn.sanming.migrant.platform.test.Tokens.Who;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/// What comes in from the topics: once each, in order, and what cannot be done lies where somebody finds it.
@ServiceTest
class EventIntakeTest {

    private static final String TYPE = "ticket.witness.called";
    private static final String LETTERS = "/actuator/deadletters";
    private static final Who OPS = new Who("ops-1", List.of("OPS"), null, null, null, null);

    @Autowired
    Api api;

    @Autowired
    Events events;

    @Autowired
    SettableClock clock;

    @Autowired
    TicketWitness witness;

    @Autowired
    EventIntake intake;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    QueryShapes shapes;

    private Api ops() {
        return api.as(OPS).management();
    }

    private String called(String json) {
        var id = UUID.randomUUID().toString();
        events.publish(id, 1, TYPE, "w-" + id, "350404", clock.instant(), json);
        return id;
    }

    private void seen(String id) {
        await("event " + id).until(() -> witness.seen.contains(id));
    }

    private JsonNode openLetterOf(String eventId) {
        return await("a dead letter of " + eventId)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> StreamSupport.stream(
                                        ops().get(LETTERS).body().at("/letters").spliterator(), false)
                                .filter(letter ->
                                        letter.at("/event/id").asString("").equals(eventId))
                                .findAny(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private double metric(String name) {
        return api.management()
                .get("/actuator/prometheus")
                .raw()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void reactsOnceToARepeatedEvent() {
        var id = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            events.publish(id, 1, TYPE, "repeated", "350404", clock.instant(), "{\"weight\":1}");
        }
        var last = UUID.randomUUID().toString();
        events.publish(last, 2, TYPE, "repeated", "350404", clock.instant(), "{\"weight\":1}");
        seen(last);

        assertThat(witness.seen).containsOnlyOnce(id);
        assertThat(witness.weighed).containsOnlyOnce(id);
    }

    @Test
    void putsAsideAtOnceWhatCanNeverBeRead() {
        seen(called("{\"weight\":1}"));
        double given = metric("dead_letters_open");
        double counted = metric("events_dead_total");
        var partition = "k"; // one key, so one partition
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", LocalPlatform.broker().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < 13; i++) {
                producer.send(new ProducerRecord<>("ticket.events", partition, new byte[] {1, 2, 3}));
                producer.send(foreign(partition, "com.other.house.v1"));
                producer.send(foreign(partition, "cn.sanming.v1"));
            }
            producer.flush();
        }
        var poisoned = Instant.now();
        var after = UUID.randomUUID().toString();
        events.publish(after, 1, TYPE, partition, "350404", clock.instant(), "{\"weight\":1}");
        await().pollInterval(Duration.ofMillis(20)).until(() -> witness.seen.contains(after));

        assertThat(Duration.between(poisoned, Instant.now()))
                .as("39 records that hold the partition")
                .isLessThan(Duration.ofSeconds(2));
        assertThat(metric("dead_letters_open") - given).isEqualTo(39);
        assertThat(metric("events_dead_total") - counted).isEqualTo(39);
    }

    private static ProducerRecord<String, byte[]> foreign(String key, String type) {
        var record = new ProducerRecord<>("ticket.events", key, "{}".getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "f-1",
                        "ce_type", type,
                        "ce_source", "/other",
                        "ce_subject", "s",
                        "ce_time", "2024-04-15T01:00:00Z",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    @Test
    void putsAsideTheDataThatOnlyOneReactionCannotRead() {
        var id = called("{\"weight\":\"heavy\"}");

        var letter = openLetterOf(id);

        assertThat(letter.at("/cause/exception").asString()).contains("InvalidFormat");
        assertThat(letter.at("/cause/words").asString()).doesNotContain("heavy");
        assertThat(letter.at("/tries").asInt()).isEqualTo(1);
    }

    @Test
    void writesOneLetterThatNamesEventReactionAndCauseAndLeavesTheListWhenDone() {
        var id = called("{\"weight\":13}");
        var letter = openLetterOf(id);

        assertThat(letter.at("/event/type").asString()).isEqualTo(TYPE);
        assertThat(letter.at("/event/subject").asString()).isEqualTo("w-" + id);
        assertThat(letter.at("/reaction").asString()).isEqualTo("weigh-called-witness");
        assertThat(letter.at("/cause/exception").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(letter.at("/cause/words").asString()).isEqualTo("no scale for …, …");
        assertThat(letter.at("/at").asString()).isNotEmpty();
        assertThat(letter.at("/origin/topic").asString()).isEqualTo("ticket.events");
        assertThat(witness.seen).as("the other reaction happened").contains(id);

        var path = LETTERS + "/" + letter.at("/id").asString();
        var inVain = ops().post(path, Map.of());
        assertThat(inVain.text("/state")).isEqualTo("OPEN");
        assertThat(inVain.body().at("/tries").asInt()).isEqualTo(2);

        witness.mended = true;
        try {
            var done = ops().post(path, Map.of());
            assertThat(done.text("/state")).isEqualTo("DONE");
            assertThat(done.text("/closing/by")).isEqualTo("ops-1");
            assertThat(done.text("/closing/way")).isEqualTo("REPLAYED");
        } finally {
            witness.mended = false;
        }
        assertThat(witness.weighed).containsOnlyOnce(id);
        assertThat(ops().get(LETTERS).raw().body()).doesNotContain(id);
        assertThat(ops().get(LETTERS + "?state=DONE").raw().body()).contains(id);
        assertThat(ops().get(LETTERS + "/dl-unknown").status()).isEqualTo(404);
        assertThat(api.as(Who.officer("u-1", "350404", "CLERK"))
                        .management()
                        .get(LETTERS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void replaysAllAndDiscardsOneWithAReason() {
        var first = called("{\"weight\":13}");
        var second = called("{\"weight\":13}");
        openLetterOf(second);
        var path = LETTERS + "/" + openLetterOf(first).at("/id").asString();

        assertThat(ops().delete(path).status()).as("no reason").isEqualTo(400);
        var discarded = ops().delete(path + "?reason=a%20test");
        assertThat(discarded.text("/closing/reason")).isEqualTo("a test");
        assertThat(discarded.text("/closing/by")).isEqualTo("ops-1");
        witness.mended = true;
        try {
            var replayed = ops().post(LETTERS, Map.of());
            assertThat(replayed.body().at("/replayed").asInt()).isPositive();
        } finally {
            witness.mended = false;
        }

        assertThat(witness.weighed).contains(second).doesNotContain(first);
        assertThat(metric("dead_letters_open"))
                .isEqualTo(ops().get(LETTERS).body().at("/open").asDouble());
    }

    @Test
    void changesNothingWhenTheWholeTopicIsReadAgain() throws Exception {
        var good = called("{\"weight\":1}");
        var failed = called("{\"weight\":13}");
        var discarded = called("{\"weight\":13}");
        seen(good);
        openLetterOf(failed);
        ops().delete(LETTERS + "/" + openLetterOf(discarded).at("/id").asString() + "?reason=never");
        witness.mended = true;
        try {
            intake.stop();
            int seenBefore = witness.seen.size();
            long lettersBefore = mongo.getCollection("dead_letters").countDocuments();
            var ends = rewind();
            intake.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> ends.entrySet().stream()
                    .allMatch(end -> intake.handled().getOrDefault(end.getKey(), 0L) >= end.getValue()));

            assertThat(witness.seen).hasSize(seenBefore);
            assertThat(witness.weighed).containsOnlyOnce(good, failed).doesNotContain(discarded);
            assertThat(mongo.getCollection("dead_letters").countDocuments()).isEqualTo(lettersBefore);
            var letter = ops().get(LETTERS + "?state=DONE").raw().body();
            assertThat(letter).as("it happened now, so it is done").contains(failed);
        } finally {
            witness.mended = false;
        }
    }

    /// @return the ends of the topic, by partition
    private Map<TopicPartition, Long> rewind() throws Exception {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", (Object) LocalPlatform.broker().bootstrapServers()))) {
            var partitions = admin.describeTopics(List.of("ticket.events"))
                    .allTopicNames()
                    .get()
                    .get("ticket.events")
                    .partitions();
            assertThat(partitions).as("partitions of a topic in tests").hasSize(2);
            var begin = new HashMap<TopicPartition, OffsetAndMetadata>();
            var wanted = new HashMap<TopicPartition, OffsetSpec>();
            partitions.forEach(info -> {
                begin.put(new TopicPartition("ticket.events", info.partition()), new OffsetAndMetadata(0));
                wanted.put(new TopicPartition("ticket.events", info.partition()), OffsetSpec.latest());
            });
            admin.alterConsumerGroupOffsets(intake.group(), begin).all().get();
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(wanted).all().get().forEach((partition, info) -> ends.put(partition, info.offset()));
            return ends;
        }
    }

    @Test
    void keepsItsMemoryAsLongAsTheTopicsAndByIndex() {
        seen(called("{\"weight\":1}"));

        var entry = mongo.getCollection("inbox").find().first();
        assertThat(Duration.between(
                        entry.getDate("at").toInstant(), entry.getDate("until").toInstant()))
                .isGreaterThan(Duration.ofDays(730));
        assertThat(mongo.getCollection("inbox").listIndexes())
                .extracting(index ->
                        index.get("key", Document.class).keySet().iterator().next())
                .contains("until");
        ops().get(LETTERS);
        assertThat(shapes.withoutIndex(mongo)).noneMatch(shape -> shape.matches("(inbox|dead_letters).*"));
    }

    @Test
    void readsItsPartitionsSideBySide() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(api.management()
                        .get("/actuator/prometheus")
                        .raw()
                        .body()
                        .lines())
                .filteredOn(line ->
                        line.startsWith("kafka_consumer_coordinator_assigned_partitions{") && line.endsWith(" 1.0"))
                .as("two readers with one partition each")
                .hasSize(2));
    }
}
