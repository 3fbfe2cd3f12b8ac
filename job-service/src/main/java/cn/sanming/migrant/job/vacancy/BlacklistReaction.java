package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Joint punishment (联合惩戒): a listed employer's vacancies disappear, and come back when it leaves the list.
@Component
class BlacklistReaction {

    private final EmployerRegister employers;
    private final VacancyDesk desk;
    private final Clock clock;

    record Listed(String employerUscc) {}

    BlacklistReaction(EmployerRegister employers, VacancyDesk desk, Clock clock) {
        this.employers = employers;
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "wage.blacklist.listed", id = "hide-vacancies-of-blacklisted")
    void listed(Listed payload, Received event) {
        if (employers.note(payload.employerUscc(), true, event.time(), event.id())) {
            desk.hideAllOf(payload.employerUscc(), event.id(), event.react(clock.instant()));
        }
    }

    @OnEvent(value = "wage.blacklist.removed", id = "restore-vacancies-of-cleared")
    void removed(Listed payload, Received event) {
        if (employers.note(payload.employerUscc(), false, event.time(), event.id())) {
            desk.restoreAllOf(payload.employerUscc(), event.id(), event.react(clock.instant()));
        }
    }
}
