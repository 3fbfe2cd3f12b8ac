package cn.sanming.migrant.wage.heat;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;

/// A day will be too hot for ordinary work outdoors, or hotter than was said before.
@DomainEvent.Type("wage.heat.alerted")
record HeatAlerted(
        @JsonIgnore String alertId, String districtCode, LocalDate day, BigDecimal maxTemperature, HeatBand band)
        implements DomainEvent {

    @Override
    public String subject() {
        return alertId;
    }
}
