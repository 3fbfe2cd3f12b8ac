package cn.sanming.migrant.job.fair;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Joint punishment (联合惩戒) at fairs: a listed employer loses its stands, and gets those back that are still to come.
@Component
class StandingReaction {

    private final EmployerRegister employers;
    private final FairDesk desk;
    private final Clock clock;

    record Entry(String employerUscc) {}

    StandingReaction(EmployerRegister employers, FairDesk desk, Clock clock) {
        this.employers = employers;
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "wage.blacklist.listed", id = "exclude-blacklisted-from-fairs")
    void exclude(Entry entry, Received event) {
        if (employers.note(entry.employerUscc(), true, event.time(), event.id())) {
            desk.standing(entry.employerUscc(), true, event.react(clock.instant()));
        }
    }

    @OnEvent(value = "wage.blacklist.removed", id = "readmit-cleared-to-fairs")
    void readmit(Entry entry, Received event) {
        if (employers.note(entry.employerUscc(), false, event.time(), event.id())) {
            desk.standing(entry.employerUscc(), false, event.react(clock.instant()));
        }
    }
}
