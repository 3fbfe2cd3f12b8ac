package cn.sanming.migrant.platform.jobs;

import java.time.LocalDate;
import java.time.LocalTime;

/// Work that falls due every day (每日任务): a function of the business date that can run twice without harm.
public interface BusinessJob {

    /// Stable name, unique in the service.
    String name();

    /// Time of day in Sanming.
    LocalTime at();

    void run(LocalDate businessDate);
}
