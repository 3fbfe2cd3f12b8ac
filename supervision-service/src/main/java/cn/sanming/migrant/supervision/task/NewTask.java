package cn.sanming.migrant.supervision.task;

import java.time.LocalDate;

/// A task to be assigned; the same id is the same task, however often it is asked for.
///
/// @param subItem promise it serves, such as `M15.8`, or the measure itself
/// @param matter  the case it is about
public record NewTask(
        String id,
        String measure,
        String subItem,
        String title,
        String unitCode,
        TaskRole role,
        LocalDate assignedOn,
        LocalDate dueOn,
        Matter matter) {}
