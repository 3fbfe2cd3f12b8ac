package cn.sanming.migrant.community.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One meeting of a course (课次).
///
/// @param present who came; nothing until it is recorded
@JsonInclude(JsonInclude.Include.NON_NULL)
record Session(LocalDate on, @Nullable List<String> present) {}
