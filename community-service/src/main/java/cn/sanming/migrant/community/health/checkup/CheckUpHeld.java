package cn.sanming.migrant.community.health.checkup;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A check-up was held (已体检): how many came, nobody's name and nobody's result.
@DomainEvent.Type("community.checkup.held")
record CheckUpHeld(
        @JsonIgnore String checkUpId,
        CheckUp.Kind kind,
        @Nullable String employerUscc,
        String districtCode,
        int persons,
        LocalDate heldOn)
        implements DomainEvent {

    @Override
    public String subject() {
        return checkUpId;
    }
}
