package cn.sanming.migrant.job.collection;

import cn.sanming.migrant.job.employer.Employer;
import cn.sanming.migrant.platform.events.OnEvent;
import cn.sanming.migrant.platform.events.Received;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// A published vacancy answers the question its employer was asked.
@Component
class PublicationAnswers {

    private final CollectionDesk desk;

    record Published(String employerUscc, Instant publishedAt, List<Employer.Reach> channels) {}

    PublicationAnswers(CollectionDesk desk) {
        this.desk = desk;
    }

    @OnEvent(value = "job.vacancy.published", id = "note-publication")
    void note(Published vacancy, Received event) {
        var by = vacancy.channels().isEmpty()
                ? Employer.Reach.WEB
                : vacancy.channels().getFirst();
        desk.published(
                vacancy.employerUscc(), event.subject(), by, LocalDate.ofInstant(vacancy.publishedAt(), Dates.ZONE));
    }
}
