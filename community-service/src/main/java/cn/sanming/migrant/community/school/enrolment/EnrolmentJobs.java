package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.community.school.Seats;
import cn.sanming.migrant.platform.jobs.DueStep;
import cn.sanming.migrant.platform.jobs.DueWork;
import java.time.LocalTime;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.query.Criteria;

/// What falls due every night with enrolments: counting the points, giving out the places.
@Configuration(proxyBeanMethods = false)
class EnrolmentJobs {

    @Bean
    DueWork scoreEnrolments(EnrolmentDesk desk) {
        return new Nightly(
                "enrolment-score",
                LocalTime.of(1, 0),
                List.of(DueStep.each(
                        "score",
                        SchoolEnrolment.class,
                        List.of(EnrolmentState.VERIFIED),
                        (id, day) -> day.orRetry(desk.fire(id, EnrolmentDesk.SCORE, day.context())))));
    }

    @Bean
    DueWork placeEnrolments(AllocationDesk desk) {
        return new Nightly(
                "enrolment-place",
                LocalTime.of(6, 0),
                List.of(
                        DueStep.each(
                                "release",
                                Seats.class,
                                _ -> new Criteria(),
                                (id, day) -> desk.releaseForgotten(id, day)),
                        DueStep.eachOf("place", desk::groups, (group, day) -> desk.place(group, day))));
    }

    private record Nightly(String name, LocalTime at, List<DueStep> steps) implements DueWork {}
}
