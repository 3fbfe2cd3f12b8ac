package cn.sanming.migrant.legalaid.arrears;

import cn.sanming.migrant.platform.reference.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The open arrears of an employer (欠薪情况), asked of the wage department.
///
/// @param degraded the department did not answer: this is what its events have told so far
public record ArrearsAnswer(String employerUscc, boolean degraded, List<Row> items) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String id,
            @Nullable String projectId,
            @Nullable String period,
            int workers,
            Money total,
            @Nullable String level,
            @Nullable LocalDate effectiveDueDate) {}

    /// What is known here without asking.
    public static ArrearsAnswer degraded(String employerUscc, List<ArrearsFact> facts) {
        return new ArrearsAnswer(
                employerUscc,
                true,
                facts.stream()
                        .map(fact -> new Row(
                                fact.id(),
                                fact.projectId(),
                                fact.period(),
                                fact.personIds().size(),
                                fact.total(),
                                fact.level(),
                                fact.effectiveDueDate()))
                        .toList());
    }
}
