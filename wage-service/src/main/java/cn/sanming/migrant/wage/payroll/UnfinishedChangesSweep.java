package cn.sanming.migrant.wage.payroll;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.reference.Dates;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// Every night clears away what an import that was cut off had prepared (清理中断的导入), and the notes of those that were
/// not.
@Component
final class UnfinishedChangesSweep implements BusinessJob {

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
    public void run(LocalDate businessDate) {
        changes.sweep(businessDate.atStartOfDay(Dates.ZONE).toInstant());
    }
}
