package cn.sanming.migrant.supervision.indicator;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The figure of an indicator for the city has changed.
@DomainEvent.Type("supervision.indicator.updated")
record IndicatorUpdated(
        @JsonIgnore String indicatorId,
        String period,
        BigDecimal value,
        @Nullable BigDecimal target,
        @Nullable Boolean met)
        implements DomainEvent {

    @Override
    public String subject() {
        return indicatorId;
    }
}
