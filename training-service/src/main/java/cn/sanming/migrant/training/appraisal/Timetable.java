package cn.sanming.migrant.training.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/// What is due next in an appraisal and by when, and how the earlier steps went (办理时限).
final class Timetable {

    /// A step done: by when it was due and when it was done. Late is shown and counted, never refused.
    record Step(String name, LocalDate due, LocalDate done) {

        boolean late() {
            return done.isAfter(due);
        }
    }

    private final List<Step> steps;
    private @Nullable String dueStep;

    @Indexed(sparse = true)
    private @Nullable LocalDate dueOn;

    @Indexed(sparse = true)
    private @Nullable String overdueStep;

    Timetable(List<Step> steps) {
        this.steps = steps;
    }

    static Timetable empty() {
        return new Timetable(new ArrayList<>());
    }

    void due(String step, LocalDate by) {
        dueStep = step;
        dueOn = by;
        overdueStep = null;
    }

    void done(LocalDate on) {
        if (dueStep != null && dueOn != null) {
            steps.add(new Step(dueStep, dueOn, on));
        }
        nothingDue();
    }

    void nothingDue() {
        dueStep = null;
        dueOn = null;
        overdueStep = null;
    }

    /// Overdue starts on the day after the last day.
    boolean remind(LocalDate today) {
        if (dueOn == null || !today.isAfter(dueOn)) {
            return false;
        }
        overdueStep = dueStep;
        return true;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Nullable
    String dueStep() {
        return dueStep;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    String overdueStep() {
        return overdueStep;
    }
}
