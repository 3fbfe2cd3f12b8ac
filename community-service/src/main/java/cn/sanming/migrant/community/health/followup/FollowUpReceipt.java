package cn.sanming.migrant.community.health.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is answered to a command on a follow-up: neither the person nor the condition.
///
/// @param next the follow-up that was planned by this visit
@JsonInclude(JsonInclude.Include.NON_NULL)
record FollowUpReceipt(
        String id, String state, LocalDate dueOn, @Nullable String next) {

    static FollowUpReceipt of(FollowUp one) {
        return new FollowUpReceipt(one.id, one.file.state(), one.dueOn, one.next);
    }
}
