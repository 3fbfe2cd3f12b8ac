package cn.sanming.migrant.supervision.honour.messaging;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.supervision.honour.ListedEmployers;
import org.springframework.stereotype.Component;

/// Keeps our copy of the list.
@Component
class BlacklistEvents {

    private final ListedEmployers employers;

    record Entry(String employerUscc) {}

    BlacklistEvents(ListedEmployers employers) {
        this.employers = employers;
    }

    @OnEvent(value = "wage.blacklist.listed", id = "list-blacklisted-employer")
    void list(Entry entry, Received event) {
        employers.listed(event.subject(), entry.employerUscc());
    }

    @OnEvent(value = "wage.blacklist.removed", id = "unlist-cleared-employer")
    void remove(Entry entry, Received event) {
        employers.removed(event.subject(), entry.employerUscc());
    }
}
