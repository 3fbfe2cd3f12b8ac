package cn.sanming.migrant.training.employer;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import org.springframework.stereotype.Component;

/// A listed organiser opens no new class (联合惩戒) until it leaves the list.
@Component
class BlacklistReaction {

    private final EmployerRegister organisers;

    record Listed(String employerUscc) {}

    BlacklistReaction(EmployerRegister organisers) {
        this.organisers = organisers;
    }

    @OnEvent("wage.blacklist.listed")
    void listed(Listed payload, Received event) {
        organisers.note(payload.employerUscc(), true, event.time(), event.id());
    }

    @OnEvent("wage.blacklist.removed")
    void removed(Listed payload, Received event) {
        organisers.note(payload.employerUscc(), false, event.time(), event.id());
    }
}
