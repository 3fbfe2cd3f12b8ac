package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every morning: rectifications whose deadline has passed.
@Component
class RectificationWatch implements DueWork {

    private final RectificationDesk desk;

    RectificationWatch(RectificationDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "rectification-watch";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(1, 15);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "escalate",
                Rectification.class,
                List.of(RectificationState.ISSUED, RectificationState.ACCEPTED),
                desk::escalateIfLate));
    }
}
