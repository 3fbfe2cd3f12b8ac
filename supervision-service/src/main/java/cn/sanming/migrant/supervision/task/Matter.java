package cn.sanming.migrant.supervision.task;

import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.Indexed;

/// What a task is about (交办事由), so that an officer finds the case behind it.
///
/// @param subject      the thing the alarm was raised for, such as the arrears of one payroll
/// @param cause        the event the task follows from
/// @param employerUscc the firm, where the alarm names one
/// @param projectId    the construction project, where the alarm names one
public record Matter(
        @Indexed(sparse = true) @Nullable String subject,
        @Nullable String cause,
        @Indexed(sparse = true) @Nullable String employerUscc,
        @Indexed(sparse = true) @Nullable String projectId) {

    /// A task that follows from the policy and from no case.
    static final Matter NONE = new Matter(null, null, null, null);
}
