package cn.sanming.migrant.job.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A desk that has deadlines (办理时限) and says which run.
public interface RunningDeadlines {

    /// @param what what is to be done; @param subject the case; @param dueOn last day, the deadline ends at its
    /// midnight
    record Due(String what, String subject, @Nullable String district, LocalDate dueOn) {}

    List<Due> dueOn(LocalDate on);
}
