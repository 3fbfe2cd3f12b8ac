package cn.sanming.migrant.platform.cases;

import cn.sanming.migrant.platform.kernel.FollowUp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step that a saved case still owes (待办后续动作): done right after the save, and again until it is done.
///
/// @param id    derived from the case and its own count: a repetition is recognised wherever the step leads
/// @param step  name of the command or effect
/// @param body  as JSON, without personal data
/// @param due   not tried before; the machine's time, as for all machinery
/// @param tries how often it failed
public record PendingFollowUp(
        String id,
        String step,
        String target,
        String body,
        FollowUp.OnRefusal onRefusal,
        @Nullable String compensate,
        Instant due,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent,
        int tries) {}
