package cn.sanming.migrant.community.activity;

import cn.sanming.migrant.community.ticket.Ticket;
import cn.sanming.migrant.platform.kernel.Actor;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An activity as its hosts see it, with the line; a worker sees the own place in it only.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityView(
        String id,
        String state,
        @Nullable String district,
        @JsonUnwrapped ActivityPlan plan,
        List<String> partners,
        List<String> dismissedPartners,
        int bookings,
        int waiting,
        int givenBack,
        @Nullable Boolean place,
        @Nullable Integer waitingNumber,
        @Nullable List<String> holders,
        @Nullable List<String> waitingPersons,
        @Nullable Integer noShows,
        @Nullable Attendance attendance,
        @Nullable String report,
        @Nullable LocalDate reportBy) {

    static ActivityView of(Activity activity, Actor actor, @Nullable LocalDate reportBy) {
        var line = activity.line();
        boolean host = actor.hasAny(ActivityDesk.HOSTS) || actor.isSystem();
        var me = host ? null : actor.workerId();
        boolean over = activity.file().is(ActivityState.HELD, ActivityState.REPORTED);
        return new ActivityView(
                activity.id(),
                activity.file().state(),
                activity.file().district(),
                activity.plan(),
                activity.partners(),
                activity.dismissedPartners(),
                line.holders().size(),
                line.waiting().size(),
                activity.givenBack(),
                me == null ? null : line.hasPlace(me),
                me == null ? null : line.waitingNumber(me),
                host ? persons(line.holders()) : null,
                host ? persons(line.waiting()) : null,
                host && over ? activity.noShows() : null,
                activity.attendance(),
                activity.report(),
                reportBy);
    }

    private static List<String> persons(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::personId).toList();
    }
}
