package cn.sanming.migrant.job.vacancy;

import cn.sanming.migrant.job.employer.EmployerRegister;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// A vacancy that was published in the very moment its employer was listed is hidden all the same.
@Component
class PublicationReaction {

    private final EmployerRegister employers;
    private final VacancyDesk desk;
    private final Clock clock;

    record Published(String employerUscc) {}

    PublicationReaction(EmployerRegister employers, VacancyDesk desk, Clock clock) {
        this.employers = employers;
        this.desk = desk;
        this.clock = clock;
    }

    @OnEvent(value = "job.vacancy.published", id = "check-published-vacancy")
    void check(Published vacancy, Received event) {
        employers
                .listedBy(vacancy.employerUscc())
                .ifPresent(cause -> desk.hideAllOf(vacancy.employerUscc(), cause, event.react(clock.instant())));
    }
}
