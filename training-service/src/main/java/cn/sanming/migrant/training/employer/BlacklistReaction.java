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

    @OnEvent(value = "wage.blacklist.listed", id = "exclude-blacklisted-employer")
    void listed(Told payload, Received event) {
        blacklist.note(new ListEntry(event.subject(), payload.employerUscc(), true, event.sequence()));
    }

    @OnEvent(value = "wage.blacklist.removed", id = "readmit-cleared-employer")
    void removed(Told payload, Received event) {
        blacklist.note(new ListEntry(event.subject(), payload.employerUscc(), false, event.sequence()));
    }
}
