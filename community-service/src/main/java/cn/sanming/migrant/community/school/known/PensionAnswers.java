package cn.sanming.migrant.community.school.known;

import org.jspecify.annotations.Nullable;

/// Who knows how long somebody has paid into the pension insurance in Sanming (养老保险缴费月数).
public interface PensionAnswers {

    /// @param months   nothing if nobody could say
    /// @param answered false if the department was silent
    record Answer(@Nullable Integer months, boolean answered) {}

    Answer monthsOf(String personId);
}
