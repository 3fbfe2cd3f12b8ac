package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/// What happens to an appraisal that other departments want to know.
sealed interface AppraisalEvent extends DomainEvent {

    @DomainEvent.Type("training.appraisal.forwarded")
    record Forwarded(
            @JsonIgnore String subject,
            String personId,
            String occupationCode,
            String level,
            String toAgency,
            String toRegion,
            LocalDate forwardedOn)
            implements AppraisalEvent {}

    @DomainEvent.Type("training.appraisal.passed")
    record Passed(
            @JsonIgnore String subject,
            String personId,
            String occupationCode,
            String level,
            LocalDate passedOn,
            boolean firstPass,
            Money fee)
            implements AppraisalEvent {}

    static Forwarded forwarded(Appraisal appraisal, String toAgency, LocalDate on) {
        var request = appraisal.request();
        return new Forwarded(
                appraisal.id(),
                request.personId(),
                request.occupationCode(),
                request.levelText(),
                toAgency,
                request.workRegion(),
                on);
    }

    static Passed passed(Appraisal appraisal, LocalDate on) {
        var request = appraisal.request();
        return new Passed(
                appraisal.id(),
                request.personId(),
                request.occupationCode(),
                request.levelText(),
                on,
                appraisal.firstPass(),
                appraisal.fee());
    }
}
