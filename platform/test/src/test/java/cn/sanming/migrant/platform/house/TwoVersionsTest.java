package cn.sanming.migrant.platform.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sanming.migrant.platform.events.DeadLetters;
import cn.sanming.migrant.platform.test.Events;
import cn.sanming.migrant.platform.test.ServiceTest;
import cn.sanming.migrant.platform.test.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// During a rolling upgrade, instances of two versions write to the same topics: a consumer hears both.
@ServiceTest
class TwoVersionsTest {

    @Autowired
    Events events;

    @Autowired
    TicketDesk desk;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    SettableClock clock;

    @Test
    void hearsTheEventsOfAnOlderAndOfANewerVersionSideBySide() {
        int before = desk.reactions.get();
        long given = deadLetters.open();

        publish("v1-1", "ticket.ticket.finished", "{\"amount\":\"1.00\"}");
        // the newer version has gained fields, one of them an object
        publish("v2-1", "ticket.ticket.finished", """
                {"amount":"2.00","channel":"WECHAT","paid_by":{"kind":"BANK","on":"2024-05-15"}}""");
        // and an event that this version has never heard of
        publish("v2-2", "ticket.ticket.escalated", "{\"to\":\"SM-DCS\"}");
        publish("v1-2", "ticket.ticket.finished", "{\"amount\":\"3.00\"}");

        await().untilAsserted(() -> assertThat(desk.reactions.get() - before).isGreaterThanOrEqualTo(3));
        assertThat(deadLetters.open()).isEqualTo(given);
    }

    private void publish(String id, String type, String json) {
        events.publish(id, 1, type, id, "350404", clock.instant(), json);
    }
}
