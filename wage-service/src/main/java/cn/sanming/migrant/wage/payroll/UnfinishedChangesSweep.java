package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Every night clears away what an import that was cut off had prepared (清理中断的导入), and the notes of those that were
/// not.
@Component
final class UnfinishedChangesSweep implements DueWork {

    private final LineChanges changes;

    UnfinishedChangesSweep(LineChanges changes) {
        this.changes = changes;
    }

    @Override
    public String name() {
        return "sweep-unfinished-payroll-imports";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 10);
    }

    @Override
    public List<DueStep> steps() {
        return List.of(DueStep.once(
                "sweep",
                day -> changes.sweep(day.date().atStartOfDay(Dates.ZONE).toInstant())));
    }
}
