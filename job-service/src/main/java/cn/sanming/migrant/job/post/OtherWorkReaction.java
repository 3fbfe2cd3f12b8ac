package cn.sanming.migrant.job.post;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Who finds other work leaves the subsidised post; the post's own placement is no other work.
@Component
class OtherWorkReaction {

    private final WelfarePostDesk desk;
    private final Clock clock;

    record Confirmed(String personId, LocalDate startOn, String source) {}

    OtherWorkReaction(WelfarePostDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "job.placement.confirmed", id = "end-welfare-post-for-other-work")
    void end(Confirmed placement, Received event) {
        if (!placement.source().equals("WELFARE_POST")) {
            desk.otherWork(placement.personId(), placement.startOn(), event.react(clock.instant()));
        }
    }
}
