package cn.sanming.migrant.community.ticket;

import cn.sanming.migrant.platform.reference.WorkerId;
import org.jspecify.annotations.Nullable;

/// Asks for a ticket or gives it back.
///
/// @param personId      for officers, who act for somebody at the counter; workers act for themselves
/// @param migrantWorker workers who say nothing count as migrant workers, as everybody the counter names does not
public record TicketRequest(
        @Nullable WorkerId personId, @Nullable Boolean migrantWorker) {}
