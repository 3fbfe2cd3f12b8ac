package cn.sanming.migrant.community.school.enrolment;

import cn.sanming.migrant.platform.jobs.BusinessJob;
import cn.sanming.migrant.platform.kernel.CommandContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What falls due every night with enrolments: counting the points, giving out the places.
@Configuration(proxyBeanMethods = false)
class EnrolmentJobs {

    @Bean
    BusinessJob scoreEnrolments(EnrolmentDesk desk, Clock clock) {
        return new Nightly(
                "enrolment-score", LocalTime.of(1, 0), _ -> desk.scoreDue(CommandContext.ofSystem(clock.instant())));
    }

    @Bean
    BusinessJob placeEnrolments(AllocationDesk desk, Clock clock) {
        return new Nightly(
                "enrolment-place",
                LocalTime.of(6, 0),
                date -> desk.run(date, CommandContext.ofSystem(clock.instant())));
    }

    private record Nightly(String name, LocalTime at, Consumer<LocalDate> work) implements BusinessJob {
        @Override
        public void run(LocalDate businessDate) {
            work.accept(businessDate);
        }
    }
}
