package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.events.OutboxDepth;
import cn.sanming.migrant.platform.events.Relay;
import cn.sanming.migrant.platform.test.QueryShapes;
import cn.sanming.migrant.platform.test.ServiceTest;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/// A great many cases that owe events, left behind by another instance: found, counted and sent in pages.
@ServiceTest
class SweepTest {

    private static final int CASES = Integer.getInteger("sweep.cases", 5_000);
    private static final Instant RECORDED = Instant.parse("2024-04-15T00:59:00Z");

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Relay relay;

    @Autowired
    OutboxDepth depth;

    @Autowired
    QueryShapes shapes;

    private static Document owing(int number) {
        var id = "left-" + number;
        var event = new Document("_id", "event-" + number)
                .append("type", "ticket.ticket.left")
                .append("subject", id)
                .append("time", Date.from(RECORDED))
                .append("sequence", 1L)
                .append("correlationId", "story")
                .append("data", "{\"text\":\"" + "x".repeat(200) + "\"}");
        return new Document("_id", id)
                .append("number", id)
                .append("version", 0L)
                .append(
                        "file",
                        new Document("state", "DROPPED")
                                .append("outbox", new Document("sequence", 1L).append("pending", List.of(event))));
    }

    @Test
    void findsCountsAndSendsWhatAnotherInstanceLeft() {
        var tickets = mongo.getCollection("tickets");
        var page = new ArrayList<Document>();
        for (int i = 0; i < CASES; i++) {
            page.add(owing(i));
            if (page.size() == 500) {
                tickets.insertMany(page);
                page.clear();
            }
        }
        await("the count").atMost(Duration.ofSeconds(30)).until(() -> depth.events() > CASES / 2);
        assertThat(depth.oldestAge()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));

        await("all sent and taken off")
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        tickets.find(Filters.exists("file.outbox.pending._id")).first() == null);

        assertThat(relay.delivered()).isGreaterThanOrEqualTo(CASES);
        await("the figures")
                .atMost(Duration.ofSeconds(30))
                .until(() -> depth.events() == 0 && depth.oldestAge().isZero() && relay.isIdle());
        assertThat(shapes.withoutIndex(mongo)).noneMatch(shape -> shape.contains("outbox"));
    }
}
