package cn.sanming.migrant.platform.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that is recorded in its case's document and not yet acknowledged by the broker.
///
/// @param id       derived from the case and its sequence, so the same event always carries the same id
/// @param sequence the case's own count of events: gaps and repeats are visible to every consumer
public record PendingEvent(
        String id,
        String type,
        String subject,
        Instant time,
        long sequence,
        @Nullable String district,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        String data) {}
