package cn.sanming.migrant.community.ticket;

import java.time.Instant;
import org.springframework.data.mongodb.core.index.Indexed;

/// One person's turn in a line (号): where it stands in the list says whether it is a place or a wait.
///
/// @param migrantWorker what the person said about themselves, for the count of migrant visitors
public record Ticket(@Indexed String personId, Instant at, boolean migrantWorker) {}
