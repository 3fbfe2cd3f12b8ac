package cn.sanming.migrant.wage.notice;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// A serious violation was made public (社会公布).
@DomainEvent.Type("wage.violation.published")
record ViolationPublished(
        @JsonIgnore String noticeId,
        String employerUscc,
        String fullName,
        String address,
        String legalRepresentative,
        String facts,
        String handling,
        LocalDate publishedOn,
        String quarter)
        implements DomainEvent {

    @Override
    public String subject() {
        return noticeId;
    }
}
