package cn.sanming.migrant.supervision.rectification;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every morning: rectifications whose deadline has passed.
@Component
class RectificationWatch implements BusinessJob {

    private static final LocalTime AT = LocalTime.of(1, 15);

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
        return AT;
    }

    @Override
    public void run(LocalDate date) {
        desk.escalateDue(
                CommandContext.ofSystem(ZonedDateTime.of(date, AT, Dates.ZONE).toInstant()));
    }
}
