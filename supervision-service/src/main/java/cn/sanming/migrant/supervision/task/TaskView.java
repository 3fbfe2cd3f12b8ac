package cn.sanming.migrant.supervision.task;

import cn.sanming.migrant.platform.reference.Dates;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A task as officers see it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        String id,
        String state,
        String measure,
        String subItem,
        String title,
        String unitCode,
        String leadUnit,
        TaskRole role,
        @Nullable String district,
        LocalDate assignedOn,
        LocalDate acknowledgeBy,
        LocalDate dueOn,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate acknowledgedOn,
        boolean acknowledgedLate,
        int progress,
        List<Task.Evidence> evidence,
        List<Task.Report> reports,
        List<YearMonth> unreported,
        Escalation escalation,
        @Nullable LocalDate escalatedOn,
        @Nullable String subject,
        @Nullable String employerUscc,
        @Nullable String projectId,
        @Nullable String timeline,
        @Nullable String causeEvent) {

    static TaskView of(Task task, LocalDate today) {
        var acknowledged = task.file()
                .last("acknowledge")
                .map(entry -> entry.at().atZone(Dates.ZONE).toLocalDate());
        var matter = task.matter();
        return new TaskView(
                task.id(),
                task.file().state(),
                task.measure(),
                task.subItem(),
                task.title(),
                task.unitCode(),
                task.leadUnit(),
                task.role(),
                task.file().district(),
                task.assignedOn(),
                task.acknowledgeBy(),
                task.dueOn(),
                task.submittedOn(),
                acknowledged.orElse(null),
                acknowledged.filter(day -> day.isAfter(task.acknowledgeBy())).isPresent(),
                task.progress(),
                task.evidence(),
                task.reports(),
                task.unreported(today),
                task.escalation(),
                task.escalatedOn(),
                matter.subject(),
                matter.employerUscc(),
                matter.projectId(),
                matter.subject() == null ? null : "/api/v1/supervision/timelines/" + matter.subject(),
                matter.cause() == null ? null : "/api/v1/supervision/events/" + matter.cause());
    }
}
