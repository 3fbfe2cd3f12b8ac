package cn.sanming.migrant.job.vacancy;

import org.jspecify.annotations.Nullable;

/// Why the officer sent a vacancy back (退回原因).
///
/// @param error of the rule VACANCY_CONTENT, if the text itself was at fault; @param offer what it was said of
record Rejection(String reason, @Nullable String error, VacancyOffer offer) {}
