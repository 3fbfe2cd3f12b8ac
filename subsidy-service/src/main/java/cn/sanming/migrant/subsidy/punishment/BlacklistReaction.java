package cn.sanming.migrant.subsidy.punishment;

import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.subsidy.employer.EmployerRegister;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Joint punishment (联合惩戒): a listed employer's open applications stand still until it leaves the list.
@Component
class BlacklistReaction {

    private final EmployerRegister employers;
    private final JointPunishment punishment;
    private final Clock clock;

    record Listed(String employerUscc) {}

    BlacklistReaction(EmployerRegister employers, JointPunishment punishment, Clock clock) {
        this.employers = employers;
        this.punishment = punishment;
        this.clock = clock;
    }

    @OnEvent(value = "wage.blacklist.listed", id = "suspend-grants-of-blacklisted")
    void listed(Listed payload, Received event) {
        if (employers.note(payload.employerUscc(), true, event.time(), event.id())) {
            punishment.suspendAllOf(payload.employerUscc(), event.id(), event.react(clock.instant()));
        }
    }

    @OnEvent(value = "wage.blacklist.removed", id = "resume-grants-of-cleared")
    void removed(Listed payload, Received event) {
        if (employers.note(payload.employerUscc(), false, event.time(), event.id())) {
            punishment.resumeAllOf(payload.employerUscc(), event.react(clock.instant()));
        }
    }
}
