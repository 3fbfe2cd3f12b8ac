package cn.sanming.migrant.wage.appraisal;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every night conclusions become final whose fifteen days have passed (鉴定结论生效); 工伤保险条例 art. 26.
@Component
final class AppraisalLapse implements DueWork {

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
    public List<DueStep> steps() {
        return List.of(DueStep.each(
                "lapse",
                CapabilityAppraisal.class,
                List.of(AppraisalState.CONCLUDED),
                (concluded, date) -> concluded.and("receivedOn").lt(date),
                desk::lapseIfFinal));
    }
}
