package cn.sanming.migrant.platform.jobs;

import java.time.LocalTime;
import java.util.List;

/// Work that falls due every day (每日任务): for each step the cases that are due on a business date, and what is done
/// with each. It can run twice without harm. A case that fails is parked; the others are handled the same night.
public interface DueWork {

    /// Stable name, unique in the service.
    String name();

    /// Time of day in Sanming.
    LocalTime at();

    /// The steps of the day, in order; a step looks for its cases when the steps before it are done.
    List<DueStep> steps();
}
