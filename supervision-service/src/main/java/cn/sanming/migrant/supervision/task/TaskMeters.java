package cn.sanming.migrant.supervision.task;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// How many tasks are past their last day, for those who watch the system.
@Component
class TaskMeters {

    TaskMeters(MeterRegistry meters, TaskLoads loads, Clock clock) {
        Gauge.builder("tasks.overdue", () -> overdue(loads, LocalDate.now(clock)))
                .description("tasks not submitted after their last day")
                .register(meters);
    }

    private static long overdue(TaskLoads loads, LocalDate today) {
        return loads.on(today).stream().mapToLong(TaskLoads.Load::overdue).sum();
    }
}
