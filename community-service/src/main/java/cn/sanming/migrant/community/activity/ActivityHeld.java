package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An activity took place (活动已举办); said again with the reported attendance if that differs.
@DomainEvent.Type("community.activity.held")
record ActivityHeld(
        @JsonIgnore String activityId,
        Category category,
        @Nullable Festival festival,
        String districtCode,
        LocalDate heldOn,
        int visitors,
        int migrantVisitors,
        Money price)
        implements DomainEvent {

    @Override
    public String subject() {
        return activityId;
    }
}
