package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/// Every night conclusions become final whose fifteen days have passed (鉴定结论生效); 工伤保险条例 art. 26.
@Component
final class AppraisalLapse implements BusinessJob {

    private final AppraisalDesk desk;

    AppraisalLapse(AppraisalDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "appraisal-lapse";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 25);
    }

    @Override
    public void run(LocalDate businessDate) {
        desk.lapse(CommandContext.ofSystem(
                ZonedDateTime.of(businessDate, at(), Dates.ZONE).toInstant()));
    }
}
