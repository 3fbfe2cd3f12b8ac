package cn.sanming.migrant.community.course;

import cn.sanming.migrant.platform.kernel.DomainEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;

/// A course is over (课程结业), with those who took part.
@DomainEvent.Type("community.course.completed")
record CourseCompleted(@JsonIgnore String courseId, Mode mode, int sessions, int participants, int migrantParticipants)
        implements DomainEvent {

    @Override
    public String subject() {
        return courseId;
    }
}
