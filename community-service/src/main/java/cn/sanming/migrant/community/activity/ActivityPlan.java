package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/// What is planned (活动方案).
///
/// @param capacity none: no tickets are needed; @param theme such as “劳动创造幸福”
/// @param topic    of a health education, with the industry it is made for
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityPlan(
        String title,
        @Indexed Category category,
        @Nullable Festival festival,
        @Nullable @Indexed(sparse = true) String venueId,
        String organiserUnit,
        @Indexed LocalDate heldOn,
        @Nullable Integer capacity,
        Money price,
        @Nullable String theme,
        @Nullable String topic,
        @Nullable String industry) {

    /// The same with what has been planned anew.
    ActivityPlan with(ActivityDesk.Replan change) {
        return new ActivityPlan(
                change.title() == null ? title : change.title(),
                category,
                change.festival() == null ? festival : change.festival(),
                change.venueId() == null ? venueId : change.venueId(),
                organiserUnit,
                change.heldOn() == null ? heldOn : change.heldOn(),
                change.capacity() == null ? capacity : change.capacity(),
                change.price() == null ? price : change.price(),
                change.theme() == null ? theme : change.theme(),
                topic,
                industry);
    }
}
