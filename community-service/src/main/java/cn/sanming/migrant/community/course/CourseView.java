package cn.sanming.migrant.community.course;

import cn.sanming.migrant.platform.kernel.Actor;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A course as the union sees it; a worker sees the own enrolment in it only, anybody else none.
@JsonInclude(JsonInclude.Include.NON_NULL)
record CourseView(
        String id,
        String state,
        @Nullable String district,
        @JsonUnwrapped Course.Outline outline,
        List<Session> sessions,
        List<String> partners,
        List<String> dismissedPartners,
        int enrolled,
        int waiting,
        @Nullable Integer waitingNumber,
        List<Course.Enrolment> enrolments) {

    static CourseView of(Course course, Actor actor) {
        var line = course.line();
        boolean host = actor.has("UNION_OFFICER") || actor.isSystem();
        var me = host ? null : actor.workerId();
        var shown = course.enrolments().stream()
                .filter(each -> host || each.personId().equals(me))
                .toList();
        var sessions = host
                ? course.sessions()
                : course.sessions().stream()
                        .map(session -> new Session(session.on(), null))
                        .toList();
        return new CourseView(
                course.id(),
                course.file().state(),
                course.file().district(),
                course.outline(),
                sessions,
                course.partners(),
                course.dismissedPartners(),
                line.holders().size(),
                line.waiting().size(),
                me == null ? null : line.waitingNumber(me),
                shown);
    }
}
