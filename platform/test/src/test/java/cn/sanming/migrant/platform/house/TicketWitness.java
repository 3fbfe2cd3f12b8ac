package cn.sanming.migrant.platform.house;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/// Hears of tickets twice, and has a defect that can be mended.
@Component
class TicketWitness {

    final List<String> seen = new CopyOnWriteArrayList<>();
    final List<String> weighed = new CopyOnWriteArrayList<>();
    volatile boolean mended;

    record Sighting(int weight) {}

    @OnEvent(value = "ticket.witness.called", id = "see-called-witness")
    void see(Sighting sighting, Received event) {
        seen.add(event.id());
    }

    @OnEvent(value = "ticket.witness.called", id = "weigh-called-witness")
    void weigh(Sighting sighting, Received event) {
        if (sighting.weight() == 13 && !mended) {
            throw new IllegalStateException("no scale for 张三, 350402199001011234");
        }
        weighed.add(event.id());
    }
}
