package cn.sanming.migrant.legalaid.consultation;

import cn.sanming.migrant.legalaid.duty.Channel;
import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;

/// A question was answered (咨询已答复).
///
/// @param weekend whether it was on a rest day of the working calendar
@DomainEvent.Type("legalaid.consultation.answered")
record ConsultationAnswered(
        @JsonIgnore String consultationId,
        Channel channel,
        OffsetDateTime answeredAt,
        boolean weekend,
        Consultation.Topic topic)
        implements DomainEvent {

    @Override
    public String subject() {
        return consultationId;
    }
}
