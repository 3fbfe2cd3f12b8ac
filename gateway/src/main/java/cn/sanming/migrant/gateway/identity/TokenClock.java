package cn.sanming.migrant.gateway.identity;

import java.time.Clock;

/// The time tokens live by: always the real one, even where the city's business clock has been set to another day.
record TokenClock(Clock clock) {}
