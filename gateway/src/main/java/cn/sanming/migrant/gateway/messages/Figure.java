package cn.sanming.migrant.gateway.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/// The newest figure of an indicator (指标) in one place, for everybody to see.
///
/// @param target what was promised; none where nothing was
/// @param at     the instant of the event that told it
@Document("figures")
public record Figure(
        @Id String id,
        String indicator,
        @Nullable String district,
        String period,
        String value,
        @Nullable String target,
        @Nullable Boolean met,
        Instant at) {}
