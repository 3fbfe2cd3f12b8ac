package cn.sanming.migrant.community.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Who came (到场人数).
///
/// @param reach how many a law or health campaign reached beyond those who came
@JsonInclude(JsonInclude.Include.NON_NULL)
record Attendance(
        int visitors, int migrantVisitors, @Nullable Integer reach) {

    static final Attendance NOBODY = new Attendance(0, 0, null);
}
