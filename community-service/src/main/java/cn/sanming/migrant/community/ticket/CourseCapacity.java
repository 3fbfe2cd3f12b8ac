package cn.sanming.migrant.community.ticket;

import cn.sanming.migrant.platform.rules.PolicyRule;
import cn.sanming.migrant.platform.rules.Rule;
import cn.sanming.migrant.platform.rules.RuleContext;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Whether a course has a place left (课程名额); whoever comes too late waits in order.
@PolicyRule(
        id = "COURSE_CAPACITY",
        measure = "M13",
        zh = "课程名额与候补",
        en = "Places of a course",
        clause = "measure 13: 公益学堂")
public final class CourseCapacity implements Rule<CourseCapacity.Facts, CourseCapacity.Finding> {

    /// @param capacity none for online courses; @param asked how many want a place
    public record Facts(
            @Nullable Integer capacity,
            int enrolled,
            @JsonProperty("new") @Nullable Integer asked) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Finding(boolean accepted, @Nullable String error, boolean waitlisted) {}

    @Override
    public Finding decide(Facts facts, RuleContext context) {
        int asked = facts.asked() == null ? 1 : facts.asked();
        var capacity = facts.capacity();
        var room = capacity == null
                || context.step(
                        "measure 13",
                        "places for all who are enrolled",
                        capacity,
                        facts.enrolled() + asked,
                        facts.enrolled() + asked <= capacity);
        return new Finding(room, room ? null : "CLASS_FULL", !room);
    }
}
