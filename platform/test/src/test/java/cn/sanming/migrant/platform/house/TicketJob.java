package cn.sanming.migrant.platform.house;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/// Looks at open tickets every night, and cannot read some.
@Component
class TicketJob implements DueWork {

    private final MongoTemplate mongo;

    TicketJob(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public String name() {
        return "look-at-tickets";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 30);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each("look", Ticket.class, List.of(Ticket.State.OPEN), (id, _) -> {
            var ticket = mongo.findById(id, Ticket.class);
            if (ticket != null && ticket.number.startsWith("unreadable")) {
                throw new IllegalStateException("a ticket with a bug");
            }
        }));
    }
}
