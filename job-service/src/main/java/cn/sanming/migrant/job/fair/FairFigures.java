package cn.sanming.migrant.job.fair;

import jakarta.validation.constraints.PositiveOrZero;

/// What was counted at a fair: employers, vacancies, visitors, and intents to hire (意向).
record FairFigures(
        @PositiveOrZero int employersCount,
        @PositiveOrZero int vacanciesCount,
        @PositiveOrZero int visitorsCount,
        @PositiveOrZero int intentsCount) {}
