package cn.sanming.migrant.supervision.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A task to be assigned; the same id is the same task, however often it is asked for.
///
/// @param subItem promise it serves, such as `M15.8`, or the measure itself
/// @param subject what it is about, such as the arrears of one payroll
/// @param cause   the event it follows from
public record NewTask(
        String id,
        String measure,
        String subItem,
        String title,
        String unitCode,
        TaskRole role,
        LocalDate assignedOn,
        LocalDate dueOn,
        @Nullable String subject,
        @Nullable String cause) {}
