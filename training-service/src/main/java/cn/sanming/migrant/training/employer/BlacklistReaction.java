package cn.sanming.migrant.training.employer;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import org.springframework.stereotype.Component;

/// A listed organiser opens no new class (联合惩戒) until it leaves the list.
@Component
class BlacklistReaction {

    private final Blacklist blacklist;

    record Told(String employerUscc) {}

    BlacklistReaction(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    @OnEvent("wage.blacklist.listed")
    void listed(Told payload, Received event) {
        blacklist.note(new ListEntry(event.subject(), payload.employerUscc(), true, event.sequence()));
    }

    @OnEvent("wage.blacklist.removed")
    void removed(Told payload, Received event) {
        blacklist.note(new ListEntry(event.subject(), payload.employerUscc(), false, event.sequence()));
    }
}
