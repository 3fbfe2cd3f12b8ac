package cn.sanming.migrant.legalaid.dispute;

import cn.sanming.migrant.platform.cases.Command.Nothing;
import cn.sanming.migrant.platform.jobs.BusinessDay;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Looks every morning at the clocks of all disputes: limits that passed yesterday, awards that take effect today.
@Component
class DisputeClocksJob implements DueWork {

    private final DisputeDesk desk;

    DisputeClocksJob(DisputeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "dispute-clocks";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(0, 10);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(
                DueStep.each("limits", Dispute.class, DisputeState.PENDING, this::recordPassedLimits),
                DueStep.each("awards", Dispute.class, List.of(DisputeState.AWARDED), this::letTakeEffect));
    }

    /// Each limit is recorded once.
    private void recordPassedLimits(String id, BusinessDay day) {
        if (desk.find(id)
                .filter(dispute -> dispute.hasUnrecordedLimit(day.date()))
                .isPresent()) {
            day.orRetry(desk.enter(id, DisputeDesk.PASS_LIMITS, new Nothing(), day.context()));
        }
    }

    /// Awards against which nobody has sued in time take effect, and final ones that were left behind.
    private void letTakeEffect(String id, BusinessDay day) {
        if (desk.find(id)
                .filter(dispute -> dispute.award != null && Remedies.mayTakeEffect(dispute.award, day.date()))
                .isPresent()) {
            day.orRetry(desk.enter(id, DisputeDesk.TAKE_EFFECT, new Nothing(), day.context()));
        }
    }
}
