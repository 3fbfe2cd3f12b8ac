package cn.sanming.migrant.housing.arrears.messaging;

import cn.sanming.migrant.housing.arrears.Victims;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps the copy of arrears up to date: as long as they are open, notices for rent arrears of these workers are
/// held back (measures 9 and 15).
@Component
class ArrearsNews {

    private final Victims victims;

    record Detected(List<String> personIds) {}

    record Cleared(LocalDate clearedOn) {}

    ArrearsNews(Victims victims) {
        this.victims = victims;
    }

    @OnEvent(value = "wage.arrears.detected", id = "protect-tenant-in-arrears")
    void holdBack(Detected news, Received event) {
        victims.enter(event.subject(), event.sequence(), news.personIds(), null);
    }

    @OnEvent(value = "wage.arrears.cleared", id = "release-tenant-after-arrears")
    void letGo(Cleared news, Received event) {
        victims.enter(event.subject(), event.sequence(), List.of(), news.clearedOn());
    }
}
