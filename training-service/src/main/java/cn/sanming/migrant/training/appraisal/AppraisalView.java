package cn.sanming.migrant.training.appraisal;

import cn.sanming.migrant.platform.reference.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An appraisal as its parties see it: with what is due next, what is overdue, and what was late.
record AppraisalView(
        String id,
        String state,
        AppraisalRequest request,
        boolean crossRegion,
        @Nullable String agencyUscc,
        Money fee,
        @Nullable String dueStep,
        @Nullable LocalDate dueOn,
        @Nullable String overdueStep,
        @Nullable LocalDate examOn,
        @Nullable String lateReason,
        @Nullable LocalDate passedOn,
        List<Step> steps) {

    record Step(String name, LocalDate due, LocalDate done, boolean late) {}

    static AppraisalView of(Appraisal appraisal) {
        return new AppraisalView(
                appraisal.id(),
                appraisal.file().state(),
                appraisal.request(),
                appraisal.request().crossRegion(),
                appraisal.agencyUscc(),
                appraisal.fee(),
                appraisal.timetable().dueStep(),
                appraisal.timetable().dueOn(),
                appraisal.timetable().overdueStep(),
                appraisal.examOn(),
                appraisal.lateReason(),
                appraisal.passedOn(),
                appraisal.timetable().steps().stream()
                        .map(step -> new Step(step.name(), step.due(), step.done(), step.late()))
                        .toList());
    }
}
