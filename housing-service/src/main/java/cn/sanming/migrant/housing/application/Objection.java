package cn.sanming.migrant.housing.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody objects during publicity (公示异议).
///
/// @param by     user who objects; never shown to the applicant
/// @param upheld the office's answer; none while it looks into it
record Objection(
        String id,
        String by,
        LocalDate on,
        String text,
        @Nullable Boolean upheld) {

    Objection answered(boolean right) {
        return new Objection(id, by, on, text, right);
    }
}
